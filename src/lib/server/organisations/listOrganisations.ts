import { connect } from '../database/connect.ts'
import type { KithDatabase } from '../database/schema.ts'

/** Every organisation on this server, without deleted samples. For the operator alone: it needs the owner's connection, above the wall. */
export async function listOrganisations(ownerUrl: string): Promise<{ id: string; name: string; isSample: boolean }[]> {
  const db = connect<KithDatabase>(ownerUrl, 1)
  try {
    return await db
      .selectFrom('kith.organisation')
      .select(['org_id as id', 'name', 'is_sample as isSample'])
      .where('deleted_at', 'is', null)
      .orderBy('org_id')
      .execute()
  } finally {
    await db.destroy()
  }
}
