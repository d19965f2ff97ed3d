import { type Kysely, sql, type Transaction } from 'kysely'
import type { KithDatabase } from './schema.ts'

export type InOrganisation = Transaction<KithDatabase>

const retried = new Set(['40001', '40P01'])

/**
 * Runs `work` in one transaction inside one organisation: row-level security shows its rows and no other's.
 * The setting is local to the transaction, so nothing of it is left on the pooled connection.
 * A transaction that lost a race (serialisation failure, deadlock) is run again, up to three times in all:
 * `work` must do nothing outside the database that cannot be done twice.
 *
 *   select set_config('app.org_id', $1, true)
 */
export async function withOrganisation<Result>(
  db: Kysely<KithDatabase>,
  orgId: string,
  work: (transaction: InOrganisation) => Promise<Result>
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(async (transaction) => {
        await sql`select set_config('app.org_id', ${orgId}, true)`.execute(transaction)
        return work(transaction)
      })
    } catch (error) {
      if (attempt >= 3 || !isRace(error)) throw error
    }
  }
}

/** Runs `work` with the rights of one signed-in user and of no organisation: enough to list one's own organisations. */
export async function withUser<Result>(
  db: Kysely<KithDatabase>,
  userId: string,
  work: (transaction: InOrganisation) => Promise<Result>
): Promise<Result> {
  return db.transaction().execute(async (transaction) => {
    await sql`select set_config('app.user_id', ${userId}, true)`.execute(transaction)
    return work(transaction)
  })
}

function isRace(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && retried.has(error.code)
}
