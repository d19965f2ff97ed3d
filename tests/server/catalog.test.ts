import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '#lib/server/database/connect.ts'
import { cloneDatabase, type TestDatabase } from '../harness/testDatabase.ts'

/** What the catalog of a migrated database says: the rules that make an organisation a wall, for tables yet to come. */
describe('the catalog of schema kith', () => {
  let database: TestDatabase
  let owner: ReturnType<typeof connect<unknown>>
  beforeAll(async () => {
    database = await cloneDatabase()
    owner = connect<unknown>(database.ownerUrl, 1)
  })
  afterAll(async () => {
    await owner.destroy()
    await database.drop()
  })

  it('begins every primary and unique key with org_id', async () => {
    const { rows } = await sql<{ name: string; first: string }>`
      select i.indexrelid::regclass::text as name, a.attname as first
      from pg_index i
      join pg_class c on c.oid = i.indrelid
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where c.relnamespace = 'kith'::regnamespace and i.indisunique`.execute(owner)
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.filter(({ first }) => first !== 'org_id')).toEqual([])
  })

  it('carries org_id in every foreign key', async () => {
    const { rows } = await sql<{ name: string; carries: boolean }>`
      select conname as name, exists (
        select from unnest(k.conkey) as column_number
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = column_number and a.attname = 'org_id') as carries
      from pg_constraint k
      where k.connamespace = 'kith'::regnamespace and k.contype = 'f'`.execute(owner)
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.filter(({ carries }) => !carries)).toEqual([])
  })

  it('has row-level security with a policy on every table', async () => {
    const { rows } = await sql<{ name: string; guarded: boolean }>`
      select relname as name, relrowsecurity and exists (
        select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*') as guarded
      from pg_class c where relnamespace = 'kith'::regnamespace and relkind in ('r', 'p')`.execute(owner)
    expect(rows.length).toBeGreaterThan(8)
    expect(rows.filter(({ guarded }) => !guarded)).toEqual([])
  })

  it('lets no view read with its owner’s rights', async () => {
    const { rows } = await sql<{ name: string; invoker: boolean }>`
      select relname as name, coalesce(reloptions @> array['security_invoker=true'], false) as invoker
      from pg_class where relnamespace = 'kith'::regnamespace and relkind in ('v', 'm')`.execute(owner)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ invoker }) => !invoker)).toEqual([])
  })

  it('needs no trigger to be right, and counts in bigint', async () => {
    const triggers = await sql`
      select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where c.relnamespace = 'kith'::regnamespace and not t.tgisinternal`.execute(owner)
    expect(triggers.rows).toEqual([])
    const narrow = await sql`
      select c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'kith'::regnamespace and a.attidentity <> '' and a.atttypid <> 'bigint'::regtype`.execute(
      owner
    )
    expect(narrow.rows).toEqual([])
  })
})
