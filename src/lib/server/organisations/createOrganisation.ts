import { type Kysely, sql } from 'kysely'
import { recordAudit } from '../audit/recordAudit.ts'
import type { KithDatabase, Role } from '../database/schema.ts'
import { type InOrganisation, withOrganisation } from '../database/withOrganisation.ts'

/** Makes an organisation and, where a user is given, that user its owner. Returns its id. */
export async function createOrganisation(
  db: Kysely<KithDatabase>,
  organisation: NewOrganisation
): Promise<{ id: string }> {
  const id = await drawOrganisationId(db)
  await withOrganisation(db, id, (transaction) => insertOrganisation(transaction, id, organisation))
  return { id }
}

interface NewOrganisation {
  name: string
  ownerUserId?: string
  isSample?: boolean
}

/** A number for an organisation that is yet to be made: the wall asks for it before its row exists. */
export async function drawOrganisationId(db: Kysely<KithDatabase>): Promise<string> {
  const drawn = await sql<{ id: string }>`
    select nextval(pg_get_serial_sequence('kith.organisation', 'org_id'))::text as id`.execute(db)
  const id = drawn.rows[0]?.id
  if (id === undefined) throw new Error('The database gave no number for a new organisation.')
  return id
}

/** Makes an organisation under a number drawn before, in a transaction inside its own wall; once. */
export async function insertOrganisation(
  transaction: InOrganisation,
  id: string,
  { name, ownerUserId, isSample = false }: NewOrganisation
): Promise<void> {
  const made = await transaction
    .insertInto('kith.organisation')
    .values({ org_id: id, name, is_sample: isSample })
    .onConflict((conflict) => conflict.column('org_id').doNothing())
    .returning('org_id')
    .executeTakeFirst()
  if (!made) return
  if (ownerUserId !== undefined) {
    await transaction
      .insertInto('kith.membership')
      .values({ org_id: id, user_id: ownerUserId, role: 'owner' })
      .execute()
  }
  await recordAudit(transaction, id, {
    actor: ownerUserId ?? 'command-line',
    action: 'organisation.create',
    object: `organisation:${id}`
  })
}

/** Lets a user into an organisation; a user who is already in keeps the newer role. */
export async function addMember(
  db: Kysely<KithDatabase>,
  { orgId, userId, role }: { orgId: string; userId: string; role: Role }
): Promise<void> {
  await withOrganisation(db, orgId, (transaction) =>
    transaction
      .insertInto('kith.membership')
      .values({ org_id: orgId, user_id: userId, role })
      .onConflict((conflict) => conflict.columns(['org_id', 'user_id']).doUpdateSet({ role }))
      .execute()
  )
}
