import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleFiles } from '#lib/sample/sampleFiles.ts'
import { sampleOrganisation, sampleSurveys } from '#lib/sample/sampleSurveys.ts'
import { projectFolder } from '#lib/server/dataFolder.ts'
import { openPool } from '#lib/server/database/connect.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { type Kith, openKith } from '#lib/server/openKith.ts'
import { listOrganisations } from '#lib/server/organisations/listOrganisations.ts'
import { loadSample } from '#lib/server/organisations/loadSample.ts'
import { programByName } from '#lib/server/organisations/programs.ts'
import { readRelease } from '#lib/server/releases/readRelease.ts'
import { programNode } from '#lib/server/releases/releaseNode.ts'
import { readSettings } from '#lib/server/settings.ts'
import { cloneDatabase, type TestDatabase } from '../harness/testDatabase.ts'

const folder = join(projectFolder, 'static', 'sample')

describe('the sample’s files', () => {
  it('lie in static/sample as the generator makes them, byte for byte, and no other', async () => {
    expect((await readdir(folder)).sort()).toEqual(
      sampleSurveys()
        .map(({ fileName }) => fileName)
        .sort()
    )
    for (const { fileName, text } of sampleSurveys()) {
      expect((await readFile(join(folder, fileName))).equals(Buffer.from(text)), fileName).toBe(true)
    }
  })

  it('are those that the upload page offers', () => {
    expect(sampleFiles).toEqual(sampleSurveys().map(({ fileName, program, wave }) => ({ fileName, program, wave })))
  })
})

describe('the sample organisation', () => {
  let database: TestDatabase
  let dataFolder: string
  let kith: Kith
  let orgId: string
  beforeAll(async () => {
    database = await cloneDatabase()
    dataFolder = await mkdtemp(join(tmpdir(), 'kith-sample-'))
    const { ownerUrl, appUrl, shareUrl, identityUrl } = database
    kith = await openKith(
      readSettings({
        KITH_DATA: dataFolder,
        DATABASE_URL: ownerUrl,
        APP_DATABASE_URL: appUrl,
        SHARE_DATABASE_URL: shareUrl,
        IDENTITY_DATABASE_URL: identityUrl
      })
    )
    orgId = (await loadSample(kith)).id
  })
  afterAll(async () => {
    await kith?.close()
    await database?.drop()
    await rm(dataFolder, { recursive: true, force: true })
  })

  const release = (name: string) =>
    withOrganisation(kith.app, orgId, async (transaction) => {
      const program = await programByName(transaction, orgId, name, false)
      return program && readRelease(transaction, { orgId, node: programNode(program.id), audience: 'team' })
    })

  it('is marked as a sample and came in as four uploads', async () => {
    expect(await listOrganisations(kith.ownerUrl)).toEqual([{ id: orgId, name: sampleOrganisation, isSample: true }])
    const uploads = await withOrganisation(kith.app, orgId, (transaction) =>
      transaction
        .selectFrom('kith.upload')
        .select(['file_name', 'status', 'summary'])
        .orderBy('commit_number')
        .execute()
    )
    expect(uploads).toMatchObject(
      sampleSurveys().map(({ fileName, text }) => {
        const rows = text.trim().split('\n').length - 1
        return { file_name: fileName, status: 'committed', summary: { rows: { read: rows, used: rows, setAside: 0 } } }
      })
    )
  })

  it('shows what changed for the 52 people of the friendly calls who answered both times', async () => {
    const outcomes = (await release('Riverside Friendly Calls'))?.outcomes ?? []
    const totals = outcomes.filter(({ scale }) => scale === 'total')
    expect(totals.map(({ instrument }) => instrument).sort()).toEqual(['bscs-8', 'rses-10', 'ucla-3'])
    for (const { instrument, pairs } of totals) {
      expect(pairs[0]?.people, instrument).toEqual({ state: 'shown', paired: 52, onlyFrom: 17, onlyTo: 3 })
      expect(pairs[0]?.change.state, instrument).toBe('shown')
    }
    // The people of the sample were given a clear gain in loneliness and next to none in self-esteem.
    const found = Object.fromEntries(totals.map(({ instrument, pairs }) => [instrument, pairs[0]?.finding]))
    expect(found['ucla-3']).toMatchObject({ id: 'change_clear', values: { judgement: 'better', direction: 'lower' } })
    expect(found['rses-10']).toMatchObject({ id: 'change_unclear' })
  })

  it('withholds the garden club, of whom four answered both times', async () => {
    const club = await release('Tuesday Garden Club')
    expect(club?.outcomes.length).toBeGreaterThan(0)
    for (const { pairs, waves } of club?.outcomes ?? []) {
      for (const { people, change, shares, finding } of pairs) {
        expect([people, change, shares]).toEqual(Array(3).fill({ state: 'withheld' }))
        expect(finding).toEqual({ id: 'withheld', values: {} })
      }
      // Seven before and four after differ by three people: a level of either would tell of too few.
      expect(waves.filter(({ wave, level }) => wave === 'after' && level.state === 'shown')).toEqual([])
    }
  })

  it('is not loaded twice', async () => {
    const counts = () =>
      withOrganisation(kith.app, orgId, async (transaction) => {
        const all: unknown[] = []
        for (const table of ['upload', 'submission', 'release', 'audit', 'program', 'cohort'] as const) {
          all.push(
            await transaction
              .selectFrom(`kith.${table}`)
              .select(({ fn }) => fn.countAll().as('n'))
              .execute()
          )
        }
        return all
      })
    const was = await counts()
    expect(await loadSample(kith)).toEqual({ id: orgId, loaded: false })
    expect(await counts()).toEqual(was)
  })

  it('goes on where an earlier start was interrupted', async () => {
    const owner = openPool(database.ownerUrl, 1)
    await owner.query(
      "delete from kith.submission where upload_id in (select id from kith.upload where file_name like 'tuesday-garden-club-after%')"
    )
    await owner.query("delete from kith.upload where file_name like 'tuesday-garden-club-after%'")
    await owner.end()
    expect(await loadSample(kith)).toEqual({ id: orgId, loaded: true })
    expect(await loadSample(kith)).toEqual({ id: orgId, loaded: false })
  })
})
