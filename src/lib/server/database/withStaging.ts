import { once } from 'node:events'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { KithDatabase } from './schema.ts'
import { type InOrganisation, withOrganisation } from './withOrganisation.ts'

/** Streams rows into a temporary table. A row is text in COPY's own format, without the line end. */
export type CopyRows = (statement: string, rows: AsyncIterable<string>) => Promise<void>

/**
 * withOrganisation for imports: one connection of the pool, and COPY on it inside the same transaction. COPY goes to
 * temporary tables only; Postgres refuses it on a table under row-level security.
 */
export async function withStaging<Result>(
  pool: pg.Pool,
  orgId: string,
  work: (transaction: InOrganisation, copyRows: CopyRows) => Promise<Result>
): Promise<Result> {
  const client = await pool.connect()
  let broken = false
  try {
    const borrowed = { query: client.query.bind(client), release: () => undefined }
    const db = new Kysely<KithDatabase>({
      dialect: new PostgresDialect({ pool: { connect: async () => borrowed, end: async () => undefined, options: {} } })
    })
    return await withOrganisation(db, orgId, (transaction) => work(transaction, copyInto(client)))
  } catch (error) {
    broken = true
    throw error
  } finally {
    // A connection that saw an error is closed rather than handed on with whatever is left on it.
    client.release(broken)
  }
}

function copyInto(client: pg.PoolClient): CopyRows {
  return async (statement, rows) => {
    const stream = client.query(copyFrom(statement))
    const done = once(stream, 'finish')
    done.catch(() => undefined)
    try {
      let buffered = ''
      for await (const row of rows) {
        buffered += row + '\n'
        if (buffered.length > 64 * 1024) {
          if (!stream.write(buffered)) await once(stream, 'drain')
          buffered = ''
        }
      }
      stream.end(buffered)
      await done
    } catch (error) {
      stream.destroy()
      throw error
    }
  }
}
