import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAuth } from '#lib/server/accounts/auth.ts'
import type { IdentityDatabase } from '#lib/server/accounts/identityDatabase.ts'
import { connect } from '#lib/server/database/connect.ts'
import { cloneDatabase } from '../harness/testDatabase.ts'

const tables = ['user', 'session', 'account', 'verification', 'attempt', 'first_run']

describe('the schema of accounts', () => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>
  const open: Kysely<IdentityDatabase>[] = []

  beforeAll(async () => {
    database = await cloneDatabase()
  })
  afterAll(async () => {
    await Promise.all(open.map((connection) => connection.destroy()))
    await database.drop()
  })

  function as(url: string): Kysely<IdentityDatabase> {
    const connection = connect<IdentityDatabase>(url, 1)
    open.push(connection)
    return connection
  }

  it('has these tables and no other', async () => {
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class where relnamespace = 'identity'::regnamespace and relkind in ('r', 'v', 'm')
    `.execute(as(database.ownerUrl))
    expect(rows.map(({ name }) => name).sort()).toEqual(tables.toSorted())
  })

  it.each(tables)('refuses to show %s to the login of the app and to the login of share links', async (table) => {
    for (const url of [database.appUrl, database.shareUrl]) {
      const reading = sql`select * from identity.${sql.id(table)}`.execute(as(url))
      await expect(reading).rejects.toMatchObject({ code: '42501' })
    }
  })

  it.each(tables)('shows %s to its own login', async (table) => {
    await expect(sql`select * from identity.${sql.id(table)}`.execute(as(database.identityUrl))).resolves.toBeDefined()
  })

  it.each(['organisation', 'membership', 'submission', 'release'])(
    'gives its login no way to %s, behind the wall of organisations',
    async (table) => {
      const reading = sql`select * from kith.${sql.id(table)}`.execute(as(database.identityUrl))
      await expect(reading).rejects.toMatchObject({ code: '42501' })
    }
  )

  it('lets neither login take on the rights of another', async () => {
    for (const url of [database.appUrl, database.identityUrl, database.shareUrl]) {
      const { rows } = await sql<{ memberships: string }>`
        select count(*) as memberships from pg_auth_members where member = current_user::regrole`.execute(as(url))
      expect(rows).toEqual([{ memberships: '0' }])
    }
  })

  it('is the one that better-auth expects, column by column', async () => {
    const auth = createAuth({ identity: as(database.identityUrl), secret: 's'.repeat(43), origin: 'http://localhost' })
    const { explicitSchemaCheck } = await auth.$context
    expect(explicitSchemaCheck).toBeTypeOf('function')
    await expect(Promise.resolve(explicitSchemaCheck?.())).resolves.toBeUndefined()
  })
})
