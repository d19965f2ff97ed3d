import type { InOrganisation } from '../database/withOrganisation.ts'

/**
 * Lets one commit or undo at a time into an organisation, until the transaction ends. A row lock, not an advisory
 * one: it belongs to the organisation's shard wherever that lies.
 */
export async function lockOrganisation(transaction: InOrganisation, orgId: string): Promise<{ pseudonymSalt: string }> {
  const row = await transaction
    .selectFrom('kith.organisation')
    .select('pseudonym_salt')
    .where('org_id', '=', orgId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { pseudonymSalt: row.pseudonym_salt }
}
