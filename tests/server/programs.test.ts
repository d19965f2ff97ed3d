import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InOrganisation } from '#lib/server/database/withOrganisation.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { type CohortWords, listCohorts } from '#lib/server/organisations/cohorts.ts'
import { createOrganisation } from '#lib/server/organisations/createOrganisation.ts'
import { deleteCohort } from '#lib/server/organisations/deleteCohort.ts'
import { findProgramDetails, type ProgramWords } from '#lib/server/organisations/programDetails.ts'
import { listArchivedPrograms, listPrograms, programByName } from '#lib/server/organisations/programs.ts'
import { saveCohort } from '#lib/server/organisations/saveCohort.ts'
import { archiveProgram, createProgram, updateProgram } from '#lib/server/organisations/saveProgram.ts'
import { ImportPlace } from './importing.ts'

const actor = '11111111-1111-4111-8111-111111111111'
const words = (name: string, more: Partial<ProgramWords> = {}): ProgramWords => ({
  name,
  kind: 'befriending',
  people: 'people aged 60 and over',
  description: '',
  ...more
})
const cohort = (name: string, more: Partial<CohortWords> = {}): CohortWords => ({
  name,
  startsOn: null,
  endsOn: null,
  registered: null,
  ...more
})

/** Six people, before (9 9 8 8 7 7) and after (3 4 3 4 3 4) in one row. */
const rows = ['a,3,3,3,1,1,1', 'b,3,3,3,1,1,2', 'c,3,3,2,1,1,1', 'd,3,3,2,1,1,2', 'e,3,2,2,1,1,1', 'f,3,2,2,1,1,2']
const file = ['code,b1,b2,b3,a1,a2,a3', ...rows].join('\n') + '\n'
const mapping = {
  participant: { column: 'code' },
  instruments: [
    { instrument: 'ucla-3', wave: 'before', items: ['b1', 'b2', 'b3'] },
    { instrument: 'ucla-3', wave: 'after', items: ['a1', 'a2', 'a3'] }
  ]
}

describe('programs', () => {
  let place: ImportPlace
  let orgId = ''
  beforeEach(async () => {
    place = await ImportPlace.open()
    orgId = place.orgId
  })
  afterEach(async () => {
    await place.close()
  })

  const inside = <Result>(work: (transaction: InOrganisation) => Promise<Result>, org = orgId) =>
    withOrganisation(place.app, org, work)
  const names = async () => (await inside((transaction) => listPrograms(transaction, orgId))).map(({ name }) => name)
  const made = async (name: string) => {
    const saved = await inside((transaction) => createProgram(transaction, orgId, words(name), actor))
    if (saved.outcome !== 'saved') throw new Error(saved.outcome)
    return saved.id
  }
  const actions = async () =>
    (
      await inside((transaction) =>
        transaction.selectFrom('kith.audit').select(['actor', 'action', 'object']).orderBy('seq').execute()
      )
    ).slice(1)

  it('are kept with their kind, whom they are for and what they do, and audited', async () => {
    const id = await made('Calls')
    expect(await inside((transaction) => findProgramDetails(transaction, orgId, id))).toEqual({
      id,
      name: 'Calls',
      kind: 'befriending',
      people: 'people aged 60 and over',
      description: '',
      archived: false
    })
    expect(await actions()).toEqual([{ actor, action: 'program.create', object: `program:${id}` }])
  })

  it('never share a name, whether made or renamed', async () => {
    await made('Calls')
    const garden = await made('Garden')
    expect(await inside((t) => createProgram(t, orgId, words('Calls'), actor))).toEqual({ outcome: 'name-taken' })
    expect(await inside((t) => updateProgram(t, orgId, garden, words('Calls'), actor))).toEqual({
      outcome: 'name-taken'
    })
    expect(await names()).toEqual(['Calls', 'Garden'])
  })

  it('carry their new name into their figures when they are renamed', async () => {
    await place.import(file, mapping)
    const [program] = await inside((transaction) => listPrograms(transaction, orgId))
    expect((await place.release())?.node.name).toBe('Calls')
    await inside((transaction) => updateProgram(transaction, orgId, program?.id ?? '', words('Friendly calls'), actor))
    const release = await place.release('Friendly calls')
    expect(release).toMatchObject({ version: 2, node: { name: 'Friendly calls' } })
    expect(release?.outcomes[0]?.pairs[0]?.change).toMatchObject({ state: 'shown', before: 8, after: 3.5 })
  })

  it('leave the lists when archived, with figures and all, and come back when restored', async () => {
    await place.import(file, mapping)
    const [program] = await inside((transaction) => listPrograms(transaction, orgId))
    const id = program?.id ?? ''
    const before = await place.release()
    await inside((transaction) => archiveProgram(transaction, orgId, id, true, actor))
    expect(await names()).toEqual([])
    expect(await inside((transaction) => listArchivedPrograms(transaction, orgId))).toEqual([{ id, name: 'Calls' }])
    expect(await place.release()).toEqual(before)
    await inside((transaction) => archiveProgram(transaction, orgId, id, false, actor))
    expect(await names()).toEqual(['Calls'])
    expect((await actions()).slice(-2).map(({ action }) => action)).toEqual(['program.archive', 'program.restore'])
  })

  it('come back from the archive by themselves when answers arrive in them', async () => {
    const id = await made('Calls')
    await inside((transaction) => archiveProgram(transaction, orgId, id, true, actor))
    await place.import(file, mapping)
    expect(await names()).toEqual(['Calls'])
  })

  it('of another organisation are not there: nothing of them is read, changed or given a cohort', async () => {
    const id = await made('Calls')
    const other = (await createOrganisation(place.app, { name: 'Another charity' })).id
    const outcomes = await inside(
      async (t) => [
        await findProgramDetails(t, other, id),
        await updateProgram(t, other, id, words('Taken over'), actor),
        await archiveProgram(t, other, id, true, actor),
        await saveCohort(t, other, { programId: id, id: null }, cohort('Spring'), actor)
      ],
      other
    )
    expect(outcomes).toEqual([undefined, { outcome: 'not-found' }, { outcome: 'not-found' }, { outcome: 'not-found' }])
    for (const id of ['', '0', 'x', "1' or true", '9'.repeat(40)]) {
      expect(await inside((t) => archiveProgram(t, orgId, id, true, actor))).toEqual({ outcome: 'not-found' })
    }
    expect(await names()).toEqual(['Calls'])
  })

  describe('and their cohorts', () => {
    it('are kept with dates and how many registered, the earliest first', async () => {
      const programId = await made('Calls')
      const spring = cohort('Spring', { startsOn: '2026-03-01', endsOn: '2026-06-30', registered: 40 })
      for (const next of [cohort('Undated'), spring, cohort('Autumn', { startsOn: '2025-09-01' })]) {
        await inside((t) => saveCohort(t, orgId, { programId, id: null }, next, actor))
      }
      const listed = await inside((t) => listCohorts(t, orgId, programId))
      expect(listed.map(({ name }) => name)).toEqual(['Autumn', 'Spring', 'Undated'])
      expect(listed[1]).toMatchObject(spring)
    })

    it('change, never share a name, and belong to one program', async () => {
      const programId = await made('Calls')
      const other = await made('Garden')
      for (const name of ['Spring', 'Autumn']) {
        await inside((t) => saveCohort(t, orgId, { programId, id: null }, cohort(name), actor))
      }
      const [autumn] = await inside((t) => listCohorts(t, orgId, programId))
      const id = autumn?.id ?? ''
      const save = (program: string, name: string) =>
        inside((t) => saveCohort(t, orgId, { programId: program, id }, cohort(name, { registered: 3 }), actor))
      expect(await save(programId, 'Spring')).toEqual({ outcome: 'name-taken' })
      expect(await save(other, 'Winter')).toEqual({ outcome: 'not-found' })
      expect(await save(programId, 'Autumn')).toEqual({ outcome: 'saved' })
      expect(await inside((t) => listCohorts(t, orgId, programId))).toMatchObject([{ registered: 3 }, {}])
    })

    it('go when they were a mistake, and stay when they have answers', async () => {
      await place.import(file, mapping)
      const program = await inside((t) => programByName(t, orgId, 'Calls', false))
      const programId = program?.id ?? ''
      await inside((t) => saveCohort(t, orgId, { programId, id: null }, cohort('Sprimg'), actor))
      const outcomes = []
      for (const { id } of await inside((t) => listCohorts(t, orgId, programId))) {
        outcomes.push((await deleteCohort(place.app, orgId, { programId, id }, actor)).outcome)
      }
      expect(outcomes).toEqual(['has-answers', 'deleted'])
      expect((await inside((t) => listCohorts(t, orgId, programId))).map(({ name }) => name)).toEqual(['All'])
    })
  })
})
