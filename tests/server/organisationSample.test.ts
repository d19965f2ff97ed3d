import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '#lib/server/database/connect.ts'
import type { KithDatabase } from '#lib/server/database/schema.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { type Kith, openKith } from '#lib/server/openKith.ts'
import { addMember, createOrganisation } from '#lib/server/organisations/createOrganisation.ts'
import { deleteSample } from '#lib/server/organisations/deleteSample.ts'
import { listOrganisations } from '#lib/server/organisations/listOrganisations.ts'
import { listOwnOrganisations } from '#lib/server/organisations/listOwnOrganisations.ts'
import { loadSample } from '#lib/server/organisations/loadSample.ts'
import { lockOrganisation } from '#lib/server/organisations/lockOrganisation.ts'
import { saveDimension } from '#lib/server/organisations/saveDimension.ts'
import { spoolPath } from '#lib/server/uploads/receiveUpload.ts'
import { environment, readSettings } from '#lib/server/settings.ts'
import { cloneDatabase, type TestDatabase } from '../harness/testDatabase.ts'

const owner = '11111111-1111-4111-8111-111111111111'

describe('the sample organisation', () => {
  let database: TestDatabase
  let above: Kysely<KithDatabase>
  let folder = ''
  let kith: Kith
  let ours = ''
  let sample = ''
  beforeAll(async () => {
    database = await cloneDatabase()
    above = connect<KithDatabase>(database.ownerUrl, 2)
    folder = await mkdtemp(join(tmpdir(), 'kith-sample-'))
    kith = await openKith(
      readSettings({
        ...environment(),
        KITH_DATA: folder,
        DATABASE_URL: database.ownerUrl,
        APP_DATABASE_URL: database.appUrl,
        SHARE_DATABASE_URL: database.shareUrl,
        IDENTITY_DATABASE_URL: database.identityUrl
      })
    )
    ours = (await createOrganisation(kith.app, { name: 'A charity', ownerUserId: owner })).id
    sample = (await loadSample(kith)).id
  }, 120_000)
  afterAll(async () => {
    await kith?.close()
    await above?.destroy()
    await database?.drop()
    await rm(folder, { recursive: true, force: true })
  })

  const inside = <Result>(orgId: string, statement: ReturnType<typeof sql<Result>>) =>
    withOrganisation(kith.app, orgId, (transaction) => statement.execute(transaction))

  /** How many rows of an organisation each table holds that has any, read from the catalog. */
  async function rowsOf(orgId: string): Promise<Record<string, number>> {
    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.columns c join information_schema.tables t
        using (table_schema, table_name)
      where table_schema = 'kith' and column_name = 'org_id' and table_type = 'BASE TABLE' order by 1`.execute(above)
    const counts: Record<string, number> = {}
    for (const { name } of tables) {
      const { rows } = await sql`select 1 from ${sql.table(`kith.${name}`)} where org_id = ${orgId}`.execute(above)
      if (rows.length > 0) counts[name] = rows.length
    }
    return counts
  }

  it('belongs to who owns an organisation here', async () => {
    expect(await listOwnOrganisations(kith.app, owner)).toMatchObject([
      { id: ours, isSample: false },
      { id: sample, isSample: true, role: 'owner' }
    ])
  })

  it('is the only kind that the app can delete figures of; nobody can make one of an organisation', async () => {
    await withOrganisation(kith.app, ours, (transaction) =>
      transaction
        .insertInto('kith.release')
        .values({ org_id: ours, node: 'program:1', audience: 'team', version: 1, body: '{}', sha256: 'x' })
        .execute()
    )
    const before = await rowsOf(ours)
    await inside(ours, sql`select kith.delete_sample_figures()`)
    expect(await deleteSample(kith, ours, owner)).toBe(false)
    for (const statement of [
      sql`delete from kith.release`,
      sql`delete from kith.audit`,
      sql`delete from kith.measure`,
      sql`delete from kith.organisation`,
      sql`update kith.organisation set is_sample = true`
    ]) {
      await expect(inside(ours, statement)).rejects.toThrow(/permission denied/)
      await expect(inside(sample, statement)).rejects.toThrow(/permission denied/)
    }
    expect(await rowsOf(ours)).toEqual(before)
    const figures = await above.selectFrom('kith.release').select('node').where('org_id', '=', sample).execute()
    expect(figures.length).toBeGreaterThan(1)
  })

  it('is not reached from another organisation, whatever the setting of its transaction', async () => {
    await inside(ours, sql`select set_config('app.org_id', '', true), kith.delete_sample_figures()`)
    const tried = connect<KithDatabase>(database.shareUrl, 1)
    await expect(sql`select kith.delete_sample_figures()`.execute(tried)).rejects.toThrow(/permission denied/)
    await tried.destroy()
    expect(await rowsOf(sample)).toHaveProperty('release')
  })

  it('goes whole in one act, files that wait too, and leaves its audit with who did it', async () => {
    const id = '22222222-2222-4222-8222-222222222222'
    await mkdir(kith.spool.folder, { recursive: true })
    await withOrganisation(kith.app, sample, async (transaction) => {
      const sha256 = createHash('sha256').update('x').digest('hex')
      await transaction
        .insertInto('kith.upload')
        .values({
          org_id: sample,
          id,
          status: 'received',
          file_name: 'x',
          file_bytes: 1,
          file_sha256: sha256,
          mapping: null,
          mapping_sha256: null,
          commit_number: null,
          uploaded_by: owner,
          committed_at: null,
          undone_at: null,
          summary: null
        })
        .execute()
      const words = { name: 'Gender', ordered: false, bands: [{ id: null, name: 'Women' }] }
      await saveDimension(transaction, sample, null, words, owner)
      await transaction
        .insertInto('kith.measure')
        .values({ org_id: sample, id: 'own', version: 1, definition: '{}' })
        .execute()
    })
    await addMember(kith.app, { orgId: sample, userId: '33333333-3333-4333-8333-333333333333', role: 'viewer' })
    await writeFile(spoolPath(kith.spool, id), 'x')
    const before = await rowsOf(sample)
    expect(Object.keys(before)).toEqual(expect.arrayContaining(['band', 'measure', 'release', 'submission', 'upload']))
    const oursBefore = await rowsOf(ours)

    expect(await deleteSample(kith, sample, owner)).toBe(true)
    const { audit } = await rowsOf(sample)
    expect(await rowsOf(sample)).toEqual({ organisation: 1, audit: (before.audit ?? 0) + 1 })
    expect(audit).toBeGreaterThan(1)
    const [last] = await above
      .selectFrom('kith.audit')
      .selectAll()
      .where('org_id', '=', sample)
      .orderBy('seq', 'desc')
      .limit(1)
      .execute()
    expect(last).toMatchObject({ actor: owner, action: 'organisation.delete', object: `organisation:${sample}` })
    expect(await rowsOf(ours)).toEqual(oursBefore)
    expect(await readdir(kith.spool.folder)).toEqual([])
    expect(await listOwnOrganisations(kith.app, owner)).toMatchObject([{ id: ours }])
    expect(await listOrganisations(kith.ownerUrl)).toMatchObject([{ id: ours }])
  })

  it('takes nothing more once it is deleted, and is deleted once', async () => {
    expect(await deleteSample(kith, sample, owner)).toBe(false)
    const late = withOrganisation(kith.app, sample, (transaction) => lockOrganisation(transaction, sample))
    await expect(late).rejects.toThrow()
  })

  it('can be loaded again, as another, for who owns an organisation here', async () => {
    const again = await loadSample(kith)
    expect(again).toMatchObject({ loaded: true })
    expect(again.id).not.toBe(sample)
    expect(await listOwnOrganisations(kith.app, owner)).toMatchObject([{ id: ours }, { id: again.id, role: 'owner' }])
  }, 120_000)
})
