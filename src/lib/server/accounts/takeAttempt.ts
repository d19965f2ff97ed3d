import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { IdentityDatabase } from './identityDatabase.ts'

/** At most `max` attempts within `window` seconds, counted from the first. */
export interface AttemptLimit {
  window: number
  max: number
}

export interface Attempt {
  allowed: boolean
  /** Seconds until the next one is allowed; null when this one is. */
  retryAfter: number | null
}

/**
 * Counts one attempt at `key` and says whether it is still allowed. One statement, in the database: processes that
 * share it share the count, and a hundred at once are counted as a hundred.
 */
export async function takeAttempt(
  db: Kysely<IdentityDatabase>,
  key: string,
  { window, max }: AttemptLimit
): Promise<Attempt> {
  const { rows } = await sql<{ count: number; wait: number }>`
    insert into identity.attempt as known (key, count, started_at) values (${keyHash(key)}, 1, now())
    on conflict (key) do update set
      count = case when known.started_at <= now() - make_interval(secs => ${window}) then 1
                   else least(known.count + 1, 1000000) end,
      started_at = case when known.started_at <= now() - make_interval(secs => ${window}) then now()
                        else known.started_at end
    returning count, ceil(extract(epoch from started_at - now()) + ${window})::integer as wait`.execute(db)
  const row = rows[0]
  if (!row) throw new Error('The database did not count an attempt.')
  if (row.count === 1) await removeOldAttempts(db)
  const allowed = row.count <= max
  return { allowed, retryAfter: allowed ? null : Math.max(1, row.wait) }
}

/** Forgets the attempts at `key`, after one that succeeded. */
export async function forgetAttempts(db: Kysely<IdentityDatabase>, key: string): Promise<void> {
  await db.deleteFrom('identity.attempt').where('key', '=', keyHash(key)).execute()
}

/** No window is longer than a day. Rows that somebody else holds are left to the next sweep, so none waits. */
async function removeOldAttempts(db: Kysely<IdentityDatabase>): Promise<void> {
  await sql`
    delete from identity.attempt where key in (
      select key from identity.attempt where started_at < now() - interval '1 day' limit 100 for update skip locked)
  `.execute(db)
}

function keyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}
