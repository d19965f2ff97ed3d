import { type Kysely, sql } from 'kysely'
import { recordAudit } from '../audit/recordAudit.ts'
import type { KithDatabase, Role } from '../database/schema.ts'
import { withOrganisation } from '../database/withOrganisation.ts'

/** Makes an organisation and, where a user is given, that user its owner. Returns its id. */
export async function createOrganisation(
  db: Kysely<KithDatabase>,
  { name, ownerUserId, isSample = false }: { name: string; ownerUserId?: string; isSample?: boolean }
): Promise<{ id: string }> {
  // The wall asks for the organisation before its row exists, so its number is drawn first.
  const drawn = await sql<{ id: string }>`
    select nextval(pg_get_serial_sequence('kith.organisation', 'org_id'))::text as id`.execute(db)
  const id = drawn.rows[0]?.id
  if (id === undefined) throw new Error('The database gave no number for a new organisation.')
  return withOrganisation(db, id, async (transaction) => {
    await transaction.insertInto('kith.organisation').values({ org_id: id, name, is_sample: isSample }).execute()
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
    return { id }
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
