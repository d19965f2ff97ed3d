import { connect } from '../database/connect.ts'
import type { KithDatabase } from '../database/schema.ts'

/** Everybody who owns an organisation on this server. For the operator alone: it reads above the wall. */
export async function listOwners(ownerUrl: string): Promise<string[]> {
  const db = connect<KithDatabase>(ownerUrl, 1)
  try {
    const rows = await db
      .selectFrom('kith.membership')
      .select('user_id')
      .distinct()
      .where('role', '=', 'owner')
      .orderBy('user_id')
      .execute()
    return rows.map((row) => row.user_id)
  } finally {
    await db.destroy()
  }
}
