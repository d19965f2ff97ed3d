import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type InOrganisation, withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { listCohorts } from '#lib/server/organisations/cohorts.ts'
import { createOrganisation } from '#lib/server/organisations/createOrganisation.ts'
import { mergePrograms, previewMerge } from '#lib/server/organisations/mergePrograms.ts'
import { findJoinedProgram, listPrograms, programByName } from '#lib/server/organisations/programs.ts'
import { saveCohort } from '#lib/server/organisations/saveCohort.ts'
import { createProgram } from '#lib/server/organisations/saveProgram.ts'
import { ImportPlace } from './importing.ts'

const actor = '11111111-1111-4111-8111-111111111111'
const items = ['q1', 'q2', 'q3']

/** One row for each person; all three questions answered alike. */
const file = (answers: Record<string, number>) =>
  [['code', ...items], ...Object.entries(answers).map(([code, answer]) => [code, answer, answer, answer])]
    .map((row) => row.join(','))
    .join('\n') + '\n'

const mapping = (wave: 'before' | 'after', cohort = 'Spring') => ({
  participant: { column: 'code' },
  cohort: { fixed: cohort },
  wave: { fixed: wave },
  instruments: [{ instrument: 'ucla-3', items }]
})

describe('joining two programs', () => {
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
  const idOf = async (name: string) => (await inside((t) => programByName(t, orgId, name, false)))?.id ?? ''
  const both = async () => ({ from: await idOf('Phone'), into: await idOf('Calls') })
  const merge = async () => {
    const joining = await both()
    return inside((t) => mergePrograms(t, orgId, joining, actor))
  }
  const panel = async (name = 'Calls') => (await place.release(name))?.outcomes[0]?.pairs[0]

  /** Three people of Calls and three of Phone, in cohorts of one name; `late` is the after of Phone. */
  async function twoPrograms() {
    await place.import(file({ a: 3, b: 2, c: 1 }), mapping('before'))
    await place.import(file({ a: 2, b: 1, c: 1 }), mapping('after'))
    const early = await place.import(file({ d: 3, e: 3, f: 2 }), mapping('before'), { program: 'Phone' })
    const late = await place.import(file({ d: 1, e: 2, f: 3 }), mapping('after'), { program: 'Phone' })
    return { early, late }
  }

  it('pairs everybody of both in one program, and leaves the other to lead there', async () => {
    await twoPrograms()
    const joining = await both()
    expect((await panel())?.people).toEqual({ state: 'withheld' })
    expect(await inside((t) => previewMerge(t, orgId, joining))).toMatchObject({
      submissions: 6,
      cohorts: [{ name: 'Spring', into: expect.any(String) }],
      inTheWay: { people: 0, describedDifferently: 0 }
    })
    expect(await merge()).toEqual({ outcome: 'merged', into: joining.into })
    // Before 9 6 3 9 9 6, after 6 3 3 3 6 9: means 7 and 5.
    expect(await panel()).toMatchObject({ people: { paired: 6 }, change: { before: 7, after: 5, change: -2 } })
    expect((await inside((t) => listPrograms(t, orgId))).map(({ name }) => name)).toEqual(['Calls'])
    expect(await inside((t) => findJoinedProgram(t, orgId, joining.from))).toBe(joining.into)
    const audit = await inside((t) => t.selectFrom('kith.audit').selectAll().orderBy('seq', 'desc').execute())
    expect(audit[0]).toMatchObject({
      actor,
      action: 'program.merge',
      object: `program:${joining.from}>program:${joining.into}`
    })
  })

  it('leaves nothing behind in any table that knows programs', async () => {
    await twoPrograms()
    await place.import(
      'code,arm\nd,x\ne,x\n',
      {
        participant: { column: 'code' },
        cohort: { fixed: 'Spring' },
        arm: { column: 'arm', values: { x: 'program' } }
      },
      { program: 'Phone' }
    )
    const { from } = await both()
    await merge()
    await inside(async (t) => {
      const { rows } = await sql<{ name: string }>`
        select distinct table_name as name from information_schema.columns
        where table_schema = 'kith' and column_name = 'program_id' order by 1`.execute(t)
      expect(rows.length).toBeGreaterThan(2)
      for (const { name } of rows) {
        const left = await sql`select 1 from ${sql.table(`kith.${name}`)} where program_id = ${from}`.execute(t)
        expect(left.rows, name).toEqual([])
      }
      const arms = await t.selectFrom('kith.attribute').select('value').execute()
      expect(arms).toHaveLength(2)
    })
  })

  it('lets an upload made into the program that went be undone, its correction too', async () => {
    const { late } = await twoPrograms()
    const correction = await place.import(
      file({ d: 3, e: 3, f: 3 }),
      { ...mapping('after'), duplicates: 'last' as const },
      { program: 'Phone' }
    )
    await merge()
    expect((await panel())?.change).toMatchObject({ after: 6.5 })
    expect(await place.undo(correction.upload)).toMatchObject({ status: 'undone', submissions: 3 })
    expect((await panel())?.change).toMatchObject({ after: 5 })
    expect(await place.undo(late.upload)).toMatchObject({ status: 'undone', submissions: 3 })
    expect((await panel())?.people).toEqual({ state: 'withheld' })
    expect(await place.counts()).toMatchObject({ submission: 9 })
  })

  it('finds the one that stayed where a file names the one that went, and frees its name', async () => {
    await twoPrograms()
    const { into } = await both()
    await merge()
    await place.import(file({ g: 3 }), mapping('before'), { program: 'Phone' })
    expect((await inside((t) => listPrograms(t, orgId))).map(({ id }) => id)).toEqual([into])
    const words = { name: 'Phone', kind: null, people: '', description: '' }
    expect(await inside((t) => createProgram(t, orgId, words, actor))).toMatchObject({ outcome: 'saved' })
  })

  it('lets one who is in both keep both answers in cohorts of other names', async () => {
    await place.import(file({ a: 3 }), mapping('before', 'Spring'))
    await place.import(file({ a: 2 }), mapping('before', 'Autumn'), { program: 'Phone' })
    expect(await merge()).toMatchObject({ outcome: 'merged' })
    const cohorts = await inside(async (t) => listCohorts(t, orgId, await idOf('Calls')))
    expect(cohorts.map(({ name }) => name)).toEqual(['Autumn', 'Spring'])
    expect(await place.counts()).toMatchObject({ submission: 2, cohort: 2 })
  })

  it('is refused, with how many, where people answered the same at the same time in both, and changes nothing', async () => {
    await twoPrograms()
    await place.import(file({ a: 1, b: 1, z: 1 }), mapping('before'), { program: 'Phone' })
    const counts = await place.counts()
    const everything = await place.everything()
    expect(await merge()).toEqual({ outcome: 'refused', inTheWay: { people: 2, describedDifferently: 0 } })
    expect(await place.counts()).toEqual(counts)
    expect(await place.everything()).toBe(everything)
  })

  it('is refused where somebody is in another arm in each', async () => {
    const arm = (value: 'program' | 'comparison') => ({
      participant: { column: 'code' },
      cohort: { fixed: 'Spring' },
      arm: { column: 'arm', values: { x: value } }
    })
    await place.import('code,arm\na,x\nb,x\n', arm('program'))
    await place.import('code,arm\na,x\nc,x\n', arm('comparison'), { program: 'Phone' })
    expect(await merge()).toEqual({ outcome: 'refused', inTheWay: { people: 0, describedDifferently: 1 } })
  })

  it('joins dates and registrations of cohorts of one name', async () => {
    await twoPrograms()
    const { from, into } = await both()
    const words = { name: 'Spring', startsOn: '2026-03-01', endsOn: '2026-06-01', registered: 10 }
    const later = { ...words, startsOn: '2026-04-01', endsOn: '2026-07-01', registered: 5 }
    for (const [programId, cohort] of [
      [from, words],
      [into, later]
    ] as const) {
      const [spring] = await inside((t) => listCohorts(t, orgId, programId))
      await inside((t) => saveCohort(t, orgId, { programId, id: spring?.id ?? '' }, cohort, actor))
    }
    await merge()
    expect(await inside((t) => listCohorts(t, orgId, into))).toMatchObject([
      { name: 'Spring', startsOn: '2026-03-01', endsOn: '2026-07-01', registered: 15 }
    ])
  })

  it('never follows more than one step, however often programs were joined', async () => {
    await twoPrograms()
    await place.import(file({ x: 1 }), mapping('before'), { program: 'Club' })
    const { from } = await both()
    await merge()
    const joining = { from: await idOf('Calls'), into: await idOf('Club') }
    await inside((t) => mergePrograms(t, orgId, joining, actor))
    expect(await inside((t) => findJoinedProgram(t, orgId, from))).toBe(joining.into)
    expect(await idOf('Phone')).toBe(joining.into)
  })

  it('knows no program of another organisation, and not one program twice', async () => {
    await twoPrograms()
    const { from, into } = await both()
    const other = (await createOrganisation(place.app, { name: 'Another charity' })).id
    const tries = [
      inside((t) => mergePrograms(t, other, { from, into }, actor), other),
      inside((t) => mergePrograms(t, orgId, { from, into: from }, actor)),
      inside((t) => mergePrograms(t, orgId, { from, into: '999999' }, actor)),
      inside((t) => mergePrograms(t, orgId, { from: "1' or true", into }, actor))
    ]
    for (const tried of tries) expect(await tried).toEqual({ outcome: 'not-found' })
    expect((await inside((t) => listPrograms(t, orgId))).map(({ name }) => name)).toEqual(['Calls', 'Phone'])
  })
})
