import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

/** A pool of at most `max` connections. */
export function openPool(connectionString: string, max = 10): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, types: { getTypeParser } })
  // A dropped idle connection is not an error of any request; the next query opens another.
  pool.on('error', () => undefined)
  // Nor is one that is lost between two statements: the next statement on it says so to whoever waits for it.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Typed queries on a pool of their own, which ends with `destroy()`. */
export function connect<Schema>(connectionString: string, max = 10): Kysely<Schema> {
  return onPool<Schema>(openPool(connectionString, max))
}

/** Typed queries on a pool. */
export function onPool<Schema>(pool: pg.Pool): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}

const dateType = 1082

/** Dates stay text: a day has no time zone, and a Date would move it by one where the server stands west. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === dateType ? (text: string) => text : pg.types.getTypeParser(oid, format as 'text')
