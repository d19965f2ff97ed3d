import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

/** A connection pool with typed queries. `max` bounds how many connections it may hold. */
export function connect<Schema>(connectionString: string, max = 10): Kysely<Schema> {
  const pool = new pg.Pool({ connectionString, max, types: { getTypeParser } })
  // A dropped idle connection is not an error of any request; the next query opens another.
  pool.on('error', () => undefined)
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}

const dateType = 1082

/** Dates stay text: a day has no time zone, and a Date would move it by one where the server stands west. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === dateType ? (text: string) => text : pg.types.getTypeParser(oid, format as 'text')
