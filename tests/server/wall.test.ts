import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assertWall } from '#lib/server/database/assertWall.ts'
import { connect } from '#lib/server/database/connect.ts'
import type { KithDatabase } from '#lib/server/database/schema.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { createOrganisation } from '#lib/server/organisations/createOrganisation.ts'
import { programByName } from '#lib/server/organisations/programs.ts'
import { cloneDatabase, type TestDatabase } from '../harness/testDatabase.ts'

describe('the wall between organisations', () => {
  let database: TestDatabase
  let app: ReturnType<typeof connect<KithDatabase>>
  let ours = ''
  let theirs = ''
  beforeAll(async () => {
    database = await cloneDatabase()
    app = connect<KithDatabase>(database.appUrl, 2)
    ours = (await createOrganisation(app, { name: 'Ours' })).id
    theirs = (await createOrganisation(app, { name: 'Theirs' })).id
    await withOrganisation(app, ours, (transaction) => programByName(transaction, ours, 'canary-ours', true))
    await withOrganisation(app, theirs, (transaction) => programByName(transaction, theirs, 'canary-theirs', true))
  })
  afterAll(async () => {
    await app.destroy()
    await database.drop()
  })

  it('shows nothing outside an organisation’s transaction', async () => {
    expect(await app.selectFrom('kith.program').selectAll().execute()).toEqual([])
    expect(await app.selectFrom('kith.organisation').selectAll().execute()).toEqual([])
  })

  it('stops a query that forgot to name its organisation', async () => {
    const names = await withOrganisation(app, ours, (transaction) =>
      transaction.selectFrom('kith.program').select('name').execute()
    )
    expect(names).toEqual([{ name: 'canary-ours' }])
  })

  it('refuses to write into another organisation', async () => {
    const writing = withOrganisation(app, ours, (transaction) =>
      transaction.insertInto('kith.program').values({ org_id: theirs, name: 'smuggled' }).execute()
    )
    await expect(writing).rejects.toThrow(/row-level security/)
  })

  it('never crosses over on two connections under 200 mixed requests of which every fifth throws', async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 200 }, (_, index) => {
        const org = index % 2 === 0 ? ours : theirs
        return withOrganisation(app, org, async (transaction) => {
          const rows = await transaction.selectFrom('kith.program').select('name').execute()
          if (index % 5 === 0) throw new Error('thrown on purpose')
          return { index, names: rows.map(({ name }) => name) }
        })
      })
    )
    const seen = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
    expect(seen).toHaveLength(160)
    for (const { index, names } of seen) expect(names).toEqual([index % 2 === 0 ? 'canary-ours' : 'canary-theirs'])
  })

  it('lets the app neither change nor remove what was audited or released', async () => {
    for (const statement of [
      sql`update kith.audit set actor = 'nobody'`,
      sql`delete from kith.audit`,
      sql`truncate kith.audit`,
      sql`update kith.release set body = ''`,
      sql`delete from kith.release`,
      sql`update kith.submission set score = 0`
    ]) {
      const tried = withOrganisation(app, ours, (transaction) => statement.execute(transaction))
      await expect(tried).rejects.toThrow(/permission denied/)
    }
  })

  it('refuses to start on a login that is above the wall', async () => {
    await expect(assertWall(app)).resolves.toBeUndefined()
    const owner = connect<KithDatabase>(database.ownerUrl, 1)
    await expect(assertWall(owner)).rejects.toThrow('bypasses row-level security')
    await owner.destroy()
  })
})
