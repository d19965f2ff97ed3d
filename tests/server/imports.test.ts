import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPool } from '#lib/server/database/connect.ts'
import { ImportPlace } from './importing.ts'

const items = ['UCLA_1', 'UCLA_2', 'UCLA_3']

/** A long file: one row for each person, their three answers to UCLA-3. */
function file(rows: [code: string, ...answers: (number | string)[]][]): string {
  return [['code', ...items], ...rows].map((row) => row.join(',')).join('\n') + '\n'
}

const mapping = (wave: 'before' | 'after', extra: object = {}) => ({
  participant: { column: 'code' },
  wave: { fixed: wave },
  instruments: [{ instrument: 'ucla-3', items }],
  ...extra
})

const before = file([
  ['a', 3, 3, 3],
  ['b', 2, 3, 2],
  ['c', 1, 2, 1],
  ['d', 3, 1, 2],
  ['e', 2, 2, 2],
  ['f', 1, 1, 1]
])
const after = file([
  ['a', 2, 2, 3],
  ['b', 2, 2, 2],
  ['c', 1, 1, 1],
  ['d', 1, 1, 1],
  ['E ', 3, 3, 3],
  ['g', 1, 1, 2]
])

describe('imports', () => {
  let place: ImportPlace
  beforeEach(async () => {
    place = await ImportPlace.open()
  })
  afterEach(async () => {
    await place.close()
  })

  const panel = async () => (await place.release())?.outcomes[0]?.pairs[0]

  it('pairs each person’s before with their after, whatever the case and spaces of the code', async () => {
    expect(await place.import(before, mapping('before'))).toMatchObject({
      status: 'committed',
      summary: {
        rows: { read: 6, used: 6 },
        submissions: { added: 6 },
        participants: { total: 6, matchedToOtherWave: 0 }
      }
    })
    expect(await place.import(after, mapping('after'))).toMatchObject({
      summary: { submissions: { added: 6 }, participants: { total: 6, matchedToOtherWave: 5 } }
    })
    // Before 9 7 4 6 6, after 7 6 3 3 9: means 6.4 and 5.6.
    expect(await panel()).toMatchObject({
      people: { state: 'shown', paired: 5, onlyFrom: 1, onlyTo: 1 },
      change: { state: 'shown', before: 6.4, after: 5.6, change: -0.8 }
    })
  })

  it('keeps no identifier', async () => {
    await place.import(before.replaceAll('\na,', '\nanna.canary@example.org,'), mapping('before'))
    const kept = await place.everything()
    expect(kept).toContain('test.csv')
    expect(kept).not.toContain('canary')
  })

  it('changes nothing when the same file comes again, and says where its answers are', async () => {
    const first = await place.import(before, mapping('before'))
    const counts = await place.counts()
    expect(await place.import(before, mapping('before'))).toMatchObject({ status: 'unchanged', upload: first.upload })
    expect(await place.counts()).toEqual(counts)
  })

  it('commits once when the same file comes from two processes at once', async () => {
    const other = openPool(place.database.appUrl, 2)
    const results = await Promise.all([
      place.import(before, mapping('before')),
      place.import(before, mapping('before'), { pool: other }),
      place.import(before, mapping('before'))
    ])
    await other.end()
    expect(results.map(({ status }) => status).sort()).toEqual(['committed', 'unchanged', 'unchanged'])
    expect(await place.counts()).toMatchObject({ upload: 1, submission: 6 })
  })

  it('takes a person’s first row of a wave and names the others', async () => {
    const twice = file([
      ['a', 3, 3, 3],
      ['b', 2, 3, 2],
      ['A', 1, 1, 1]
    ])
    expect(await place.import(twice, mapping('before'))).toMatchObject({
      summary: { rows: { used: 2, setAside: 1 }, submissions: { added: 2 } },
      problems: [{ code: 'duplicate-participant', row: 4, column: 'code', values: { first: 2 } }]
    })
  })

  it('keeps nothing of a file with a person twice where that was asked for', async () => {
    const counts = await place.counts()
    const twice = file([
      ['a', 3, 3, 3],
      ['a', 1, 1, 1]
    ])
    expect(await place.import(twice, mapping('before', { duplicates: 'refuse' }))).toMatchObject({
      status: 'refused',
      problems: [{ code: 'duplicate-participant', row: 3, column: 'code' }]
    })
    expect(await place.counts()).toEqual(counts)
  })

  it('sets a row with an unknown answer aside and names its place', async () => {
    const wrong = file([
      ['a', 3, 3, 3],
      ['b', 2, 7, 2],
      ['c', 'sometimes perhaps', 1, 1]
    ])
    expect(await place.import(wrong, mapping('before'))).toMatchObject({
      summary: { rows: { read: 3, used: 1, setAside: 2 } },
      problems: [
        { row: 3, column: 'UCLA_2' },
        { code: 'not-an-option', row: 4, column: 'UCLA_1' }
      ]
    })
  })

  it('keeps nothing of a check, and finds out the same as the commit', async () => {
    const counts = await place.counts()
    const checked = await place.import(before, mapping('before'), { commit: false })
    expect(checked.status).toBe('checked')
    expect(await place.counts()).toEqual(counts)
    const committed = await place.import(before, mapping('before'))
    expect(committed.summary).toEqual(checked.summary)
  })

  it('keeps nothing of a file whose mapping names a column that is not there', async () => {
    const counts = await place.counts()
    const result = await place.import(before, { ...mapping('before'), participant: { column: 'person' } })
    expect(result).toMatchObject({
      status: 'refused',
      problems: [{ code: 'missing-column', values: { name: 'person' } }]
    })
    expect(await place.counts()).toEqual(counts)
  })

  it('lets a corrected file replace answers only where it is said to be a correction', async () => {
    await place.import(before, mapping('before'))
    await place.import(after, mapping('after'))
    const corrected = before.replace('a,3,3,3', 'a,1,1,1')
    expect(await place.import(corrected, mapping('before'))).toMatchObject({
      summary: { submissions: { added: 0, replaced: 0, unchanged: 5 }, rows: { setAside: 1 } },
      problems: [{ code: 'already-answered', row: 2 }]
    })
    expect(await panel()).toMatchObject({ change: { before: 6.4 } })
    expect(await place.import(corrected, mapping('before', { duplicates: 'last' }))).toMatchObject({
      summary: { submissions: { replaced: 1, unchanged: 5 } }
    })
    // Before 3 7 4 6 6: mean 5.2.
    expect(await panel()).toMatchObject({ change: { before: 5.2, after: 5.6, change: 0.4 } })
  })

  it('takes any upload back, and what it had replaced counts again', async () => {
    await place.import(before, mapping('before'))
    await place.import(after, mapping('after'))
    const whole = await panel()
    const correction = await place.import(
      before.replace('a,3,3,3', 'a,1,1,1'),
      mapping('before', { duplicates: 'last' })
    )
    expect(await panel()).not.toEqual(whole)
    expect(await place.undo(correction.upload)).toMatchObject({ status: 'undone', submissions: 6 })
    expect(await panel()).toEqual(whole)
  })

  it('undoes an earlier upload as well as the newest, and once', async () => {
    const first = await place.import(before, mapping('before'))
    await place.import(after, mapping('after'))
    expect(await place.undo(first.upload)).toMatchObject({ status: 'undone', submissions: 6 })
    expect((await place.release())?.outcomes[0]).toMatchObject({ pairs: [], waiting: true })
    expect((await place.undo(first.upload)).status).toBe('not-found')
    expect(await place.import(before, mapping('before'))).toMatchObject({ status: 'committed' })
    expect(await panel()).toMatchObject({ change: { before: 6.4, after: 5.6 } })
  })

  it('gives the same version where an upload changes no figure', async () => {
    await place.import(before, mapping('before'))
    await place.import(after, mapping('after'))
    const release = await place.release()
    // A correction that says what is there already: a file of its own, and nothing new.
    await place.import(before + '\n', mapping('before'))
    expect(await place.release()).toEqual(release)
  })

  it('joins a file that only adds an arm, by participant', async () => {
    await place.import(before, mapping('before'))
    await place.import(after, mapping('after'))
    const arms = 'code,group\na,calls\nb,calls\nC,waiting list\nd,calls\n'
    const result = await place.import(arms, {
      participant: { column: 'code' },
      arm: { column: 'group', values: { calls: 'program', 'waiting list': 'comparison' } }
    })
    expect(result).toMatchObject({ status: 'committed', summary: { rows: { used: 4 }, attributes: { added: 4 } } })
    const pairs = (await place.release())?.outcomes[0]?.pairs
    expect(pairs?.map(({ arm }) => arm)).toEqual([null, 'program', 'comparison'])
    // Three and one people: too few to show, and everybody is shown all the same.
    expect(pairs?.map(({ people }) => people.state)).toEqual(['shown', 'withheld', 'withheld'])
  })

  it('gives group averages alone, and says so, where nobody can be told apart', async () => {
    const anonymous = { instruments: [{ instrument: 'ucla-3', items }] }
    await place.import(before, { ...anonymous, wave: { fixed: 'before' } })
    await place.import(after, { ...anonymous, wave: { fixed: 'after' } })
    expect((await place.release())?.outcomes[0]).toMatchObject({
      pairs: [{ finding: { id: 'unpaired' }, change: { state: 'withheld' } }],
      // Before 9 7 4 6 6 3, after 7 6 3 3 9 4.
      waves: [
        { wave: 'before', level: { state: 'shown', people: 6, mean: 5.8 } },
        { wave: 'after', level: { state: 'shown', people: 6, mean: 5.3 } }
      ]
    })
  })

  it('pairs nobody where that was asked for, not even the two times of one row', async () => {
    const wide = 'a1,a2,a3,b1,b2,b3\n3,3,3,2,2,2\n2,3,1,1,1,1\n1,2,2,3,3,2\n2,2,3,1,2,2\n3,2,1,1,1,2\n'
    const result = await place.import(wide, {
      instruments: [
        { instrument: 'ucla-3', wave: 'before', items: ['a1', 'a2', 'a3'] },
        { instrument: 'ucla-3', wave: 'after', items: ['b1', 'b2', 'b3'] }
      ]
    })
    expect(result.summary.participants.matchedToOtherWave).toBe(0)
    expect(await panel()).toMatchObject({ finding: { id: 'unpaired' }, change: { state: 'withheld' } })
  })

  it('refuses a file of which no row can be used, and makes no program for it', async () => {
    const counts = await place.counts()
    const result = await place.import(file([['a', 'x', 'y', 'z']]), mapping('before'))
    expect(result).toMatchObject({ status: 'refused', problems: [{ code: 'nothing-used' }, { row: 2 }, {}, {}] })
    expect(await place.counts()).toEqual(counts)
  })

  it('leaves what the other uploads say, whichever of them are undone and in whatever order', async () => {
    // What counts for one person's answers: the newest correction, else the oldest upload that is there.
    type Act = { answer: 1 | 2 | 3; duplicates: 'first' | 'last' } | { undo: number }
    const act = fc.oneof(
      fc.record({
        answer: fc.constantFrom<1 | 2 | 3>(1, 2, 3),
        duplicates: fc.constantFrom<'first' | 'last'>('first', 'last')
      }),
      fc.record({ undo: fc.nat(6) })
    )
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 7 }), fc.uuid(), async (acts: Act[], person) => {
        const there: { upload: string; answer: number; duplicates: 'first' | 'last' }[] = []
        for (const [index, one] of acts.entries()) {
          if ('undo' in one) {
            const [gone] = there.splice(one.undo % (there.length || 1), 1)
            if (gone) await place.undo(gone.upload)
            continue
          }
          const { answer, duplicates } = one
          const text = file([
            [person, answer, answer, answer],
            [`${person} ${index}`, 1, 1, 1]
          ])
          const { upload, status } = await place.import(text, mapping('before', { duplicates }))
          expect(status).toBe('committed')
          there.push({ upload, answer, duplicates })
        }
        const counts = there.findLast((one) => one.duplicates === 'last') ?? there[0]
        expect(await place.scoresOf(person)).toEqual(counts ? [3 * counts.answer] : [])
      }),
      { numRuns: 25 }
    )
  })

  it('names a program or cohort that is too long to be one, and keeps nothing', async () => {
    const counts = await place.counts()
    const long = `code,group,${items.join(',')}\na,${'x'.repeat(300)},1,2,3\n`
    const result = await place.import(long, { ...mapping('before'), cohort: { column: 'group' } })
    expect(result).toMatchObject({ status: 'refused', problems: [{ code: 'name-too-long', row: 2 }] })
    expect(await place.counts()).toEqual(counts)
  })

  it('refuses a questionnaire that two entries place at the same time', async () => {
    const entry = { instrument: 'ucla-3', items }
    const both = { ...mapping('before'), instruments: [entry, { ...entry, wave: 'before' }] }
    expect(await place.import(before, both)).toMatchObject({
      status: 'refused',
      problems: [{ code: 'instrument-twice' }]
    })
  })
})
