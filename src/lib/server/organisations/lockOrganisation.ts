import type { InOrganisation } from '../database/withOrganisation.ts'

/**
 * Lets one commit or undo at a time into an organisation, until the transaction ends. A row lock, not an advisory
 * one: it belongs to the organisation's shard wherever that lies. Throws where the organisation was deleted meanwhile:
 * nothing may be written into what is left of it.
 */
export async function lockOrganisation(transaction: InOrganisation, orgId: string): Promise<void> {
  await transaction
    .selectFrom('kith.organisation')
    .select('org_id')
    .where('org_id', '=', orgId)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** The organisation's half of the key that makes pseudonyms. */
export async function pseudonymSalt(transaction: InOrganisation, orgId: string): Promise<string> {
  const { pseudonym_salt } = await transaction
    .selectFrom('kith.organisation')
    .select('pseudonym_salt')
    .where('org_id', '=', orgId)
    .executeTakeFirstOrThrow()
  return pseudonym_salt
}
