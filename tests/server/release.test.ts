import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '#lib/domain/instruments/index.ts'
import { policy } from '#lib/domain/privacy/policy.ts'
import { openPool } from '#lib/server/database/connect.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { listPrograms } from '#lib/server/organisations/programs.ts'
import { publishPrograms } from '#lib/server/releases/publishPrograms.ts'
import { ImportPlace } from './importing.ts'

/**
 * The attacks of the privacy policy (docs/privacy.md) that touch `team`, whose threshold is five, driven through imports
 * on a real database. What is looked at is the stored text itself: all that any page could ever read.
 */
type Scores = { before?: number | undefined; after?: number | undefined; later?: number | undefined }

const waves = { before: 'before', after: 'after', later: 'follow-up-1' } as const
const ucla3 = ['u1', 'u2', 'u3']

/** Three answers from 1 to 3 that add up to a total from 3 to 9; three empty cells for nobody. */
function answers(total: number | undefined): (number | '')[] {
  if (total === undefined) return ['', '', '']
  const first = Math.min(3, total - 2)
  const second = Math.min(3, total - first - 1)
  return [first, second, total - first - second]
}

/** A long file of UCLA-3 totals: one row for each person and wave. */
function longFile(people: readonly Scores[]): string {
  const rows = people.flatMap((person, index) =>
    (['before', 'after', 'later'] as const)
      .filter((wave) => person[wave] !== undefined)
      .map((wave) => [`p${index}`, wave, ...answers(person[wave])].join(','))
  )
  return `code,wave,${ucla3.join(',')}\n${rows.join('\n')}\n`
}

const mapping = {
  participant: { column: 'code' },
  wave: { column: 'wave', values: waves },
  instruments: [{ instrument: 'ucla-3', items: ucla3 }]
}

/** People whose scores differ, so that nothing but their number decides: before 4 to 8, after about the same. */
const varied = (count: number): Scores[] =>
  Array.from({ length: count }, (_, index) => ({
    before: 4 + ((index * 3) % 5),
    after: 4 + ((index * 3) % 5) + [-1, 1, 0, -1][index % 4]!
  }))

const hidden = { state: 'withheld' }

describe('what is published to a team', () => {
  let place: ImportPlace
  beforeEach(async () => {
    place = await ImportPlace.open()
  })
  afterEach(async () => {
    await place.close()
  })

  async function publish(people: readonly Scores[]) {
    const { status } = await place.import(longFile(people), mapping)
    expect(status).toBe('committed')
    return outcome()
  }

  async function outcome(instrument = 'ucla-3') {
    const found = (await place.release())?.outcomes.find(
      (one) => one.instrument === instrument && one.scale === 'total'
    )
    if (!found) throw new Error(`nothing of ${instrument} was published`)
    return found
  }

  /** The stored texts, the oldest first. */
  async function bodies(): Promise<string[]> {
    const owner = openPool(place.database.ownerUrl, 1)
    const { rows } = await owner.query<{ body: string }>('select body from kith.release order by version')
    await owner.end()
    return rows.map(({ body }) => body)
  }

  const newest = async () => (await bodies()).at(-1) ?? ''

  /** Every number of a stored text, as it was written, with the path to it. */
  function numbers(body: string): { path: string; text: string }[] {
    const found: { path: string; text: string }[] = []
    const walk = (value: unknown, path: string) => {
      if (typeof value === 'number') found.push({ path, text: String(value) })
      else if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) found.push({ path, text: value })
      else if (value && typeof value === 'object') {
        for (const [key, part] of Object.entries(value)) walk(part, `${path}.${key}`)
      }
    }
    walk(JSON.parse(body), '')
    return found
  }

  it('attack 1: says nothing of four pairs, not even how many they are', async () => {
    const { pairs, waves } = await publish(varied(4))
    expect(pairs).toHaveLength(1)
    expect(pairs[0]).toMatchObject({ from: 'before', to: 'after', arm: null, cautions: [] })
    expect(pairs[0]?.finding).toEqual({ id: 'withheld', values: {} })
    const figures = Object.values(pairs[0] ?? {}).filter((part) => typeof part === 'object' && part && 'state' in part)
    expect(figures.length).toBeGreaterThanOrEqual(3)
    expect(figures).toEqual(figures.map(() => hidden))
    expect(waves.filter(({ level }) => level.state !== 'withheld')).toEqual([])
    const told = numbers(await newest()).map(({ path }) => path.replace(/^\.outcomes\.\d+/, 'outcome'))
    expect(told.sort()).toEqual([
      ...['.node.id', '.schema', '.version', 'outcome.definitionVersion', 'outcome.range.0', 'outcome.range.1']
    ])
  })

  it('shows five, the lowest there is', async () => {
    const { pairs } = await publish(varied(5))
    expect(pairs[0]?.people).toEqual({ state: 'shown', paired: 5, onlyFrom: 0, onlyTo: 0 })
  })

  it('attack 11: gives the level before for the people in pairs alone, though one more answered then', async () => {
    // The ten in pairs have a mean of 6.0 before; with the eleventh it would be 6.3, and the eleventh's 9 plain.
    const people = varied(10)
    const mean = people.reduce((sum, { before = 0 }) => sum + before, 0) / 10
    const { pairs, waves } = await publish([...people, { before: 9 }])
    expect(mean).toBe(6)
    expect(pairs[0]).toMatchObject({ people: { paired: 10, onlyFrom: 1 }, change: { state: 'shown', before: 6 } })
    expect(waves).toEqual([])
    expect(await newest()).not.toContain('6.3')
  })

  it('attack 12: withholds a later panel whose people differ from the first by one to four', async () => {
    const people = varied(10).map((person, index) => ({ ...person, later: index < 9 ? person.after : undefined }))
    const { pairs } = await publish(people)
    expect(pairs.map(({ to, people, change }) => [to, people.state, change.state])).toEqual([
      ['after', 'shown', 'shown'],
      ['follow-up-1', 'withheld', 'withheld']
    ])
    expect(pairs[1]?.finding).toEqual({ id: 'withheld', values: {} })
  })

  it.each([10, 5])('shows a later panel of %i of the ten: the very same, or five fewer', async (stayed) => {
    const people = varied(10).map((person, index) => ({ ...person, later: index < stayed ? person.after : undefined }))
    const { pairs } = await publish(people)
    expect(pairs.map(({ people }) => people.state)).toEqual(['shown', 'shown'])
    expect(pairs[1]?.people).toMatchObject({ paired: stayed })
  })

  it('attack 13: says of twelve who all improved that nearly all did, at least 75 of 100', async () => {
    const all = Array.from({ length: 12 }, (_, index) => ({
      before: 9 - (index % 2),
      after: 3 + (index % 3 === 0 ? 1 : 0)
    }))
    const { pairs } = await publish(all)
    expect(pairs[0]?.shares).toEqual({ state: 'nearlyAll', of: 'better', atLeast: 75 })
    const figures = numbers(await newest()).filter(
      ({ path }) => !/\.(people\.(paired|onlyFrom|onlyTo)|values\.n)$/.test(path)
    )
    // The team sees exact counts of people; a share of 100, a 12 among the outcomes, or a 0 stands nowhere.
    expect(figures.filter(({ text }) => ['100', '12', '0'].includes(text))).toEqual([])
  })

  it.each([
    [9, 'withheld'],
    [8, 'withheld'],
    [7, 'shown']
  ])('attack 14: of ten people, %i with the very same change are %s', async (alike, state) => {
    const people = Array.from({ length: 10 }, (_, index) => {
      const before = 5 + (index % 4)
      return { before, after: index < alike ? before - 1 : before + [1, -2, 0][index - alike]! }
    })
    const { pairs, waves } = await publish(people)
    expect(pairs[0]?.change.state).toBe(state)
    expect(pairs[0]?.people.state).toBe(state)
    // Averages of each time, of the same ten people, would give the change away by subtraction.
    expect(waves).toEqual([])
  })

  it('attack 16: writes no digit that is not meant, anywhere', async () => {
    const better: Scores[] = Array.from({ length: 7 }, (_, index) => ({ before: 9, after: 3 + (index % 2) }))
    const worse: Scores[] = Array.from({ length: 4 }, () => ({ before: 3, after: 9 }))
    const scores: Scores[] = [...varied(12), ...better, ...worse, { before: 7 }, { after: 5 }]
    const { range } = await publish(scores)
    expect(range).toEqual([3, 9])
    const written = numbers(await newest())
    const decimals = (text: string) => text.split('.')[1]?.length ?? 0
    // Points to one decimal on a scale of six points, effect sizes and the bar for one person's change to two.
    expect(
      written.filter(({ path, text }) => decimals(text) > (/\.(g|gLow|gHigh|threshold)$/.test(path) ? 2 : 1))
    ).toEqual([])
    const percents = written.filter(({ path }) => path.endsWith('.percent'))
    expect(percents.reduce((sum, { text }) => sum + Number(text), 0)).toBe(100)
    expect(percents.filter(({ text }) => decimals(text) > 0)).toEqual([])
    expect(written.length).toBeGreaterThan(15)
    expect(await newest()).not.toMatch(/\d\.\d{3}|\de[-+]?\d/)
  })

  it('attack 19: looks the same whatever the reason for which it is withheld', async () => {
    const reasons: [string, Scores[]][] = [
      ['three people', varied(3)],
      ['four people', varied(4)],
      [
        'alike answers',
        Array.from({ length: 10 }, (_, index) => ({ before: 5 + (index % 4), after: 4 + (index % 4) }))
      ],
      ['the same score after', Array.from({ length: 8 }, (_, index) => ({ before: 4 + (index % 5), after: 3 }))]
    ]
    const told: string[] = []
    for (const [, people] of reasons) {
      const { upload } = await place.import(longFile(people), mapping)
      const { version: _, publishedOn: __, ...body } = JSON.parse(await newest())
      told.push(JSON.stringify(body))
      await place.undo(upload)
    }
    expect(told).toEqual(Array(reasons.length).fill(told[0]))
    expect(told[0]).toContain('withheld')
  })

  describe('attack 26: with two measures of loneliness', () => {
    const ucla20 = Array.from({ length: 20 }, (_, index) => `v${index + 1}`)
    const both = { ...mapping, instruments: [...mapping.instruments, { instrument: 'ucla-20-v3', items: ucla20 }] }

    /** Ten people answer UCLA-3 both times, and the first `count` of them the twenty questions as well. */
    function file(count: number): string {
      const rows = varied(10).flatMap((person, index) =>
        (['before', 'after'] as const).map((wave, later) => {
          const long = ucla20.map((_, item) => (index < count ? 1 + ((index + item * (later + 1)) % 4) : ''))
          return [`p${index}`, wave, ...answers(person[wave]), ...long].join(',')
        })
      )
      return `code,wave,${[...ucla3, ...ucla20].join(',')}\n${rows.join('\n')}\n`
    }

    it.each([
      [9, 1],
      [6, 1],
      [5, 2],
      [10, 2]
    ])('shows of ten and %i people the figures of %i', async (count, shown) => {
      await place.import(file(count), both)
      const states = [await outcome(), await outcome('ucla-20-v3')].map(({ pairs }) => pairs[0]?.people.state)
      expect(states.filter((state) => state === 'shown')).toHaveLength(shown)
    })
  })

  it.each([
    ['five and five', [5, 5, 0], ['shown', 'shown']],
    ['six and four', [6, 4, 0], ['withheld', 'withheld']],
    ['five and five, and one of neither', [5, 5, 1], ['withheld', 'withheld']]
  ])('shows arms as a whole or not at all: %s', async (_, [program = 0, comparison = 0, neither = 0], states) => {
    await publish(varied(program + comparison + neither))
    const rows = Array.from(
      { length: program + comparison },
      (_, index) => `p${index},${index < program ? 'yes' : 'no'}`
    )
    const arm = { column: 'calls', values: { yes: 'program', no: 'comparison' } } as const
    await place.import(`code,calls\n${rows.join('\n')}\n`, { participant: { column: 'code' }, arm })
    const { pairs } = await outcome()
    expect(pairs.filter(({ arm }) => arm !== null).map(({ people }) => people.state)).toEqual(states)
    expect(pairs[0]?.people).toMatchObject({ state: 'shown', paired: program + comparison + neither })
  })

  describe('the same answers', () => {
    const again = (today: string) =>
      withOrganisation(place.app, place.orgId, async (transaction) => {
        const ids = (await listPrograms(transaction, place.orgId)).map(({ id }) => id)
        return publishPrograms(transaction, place.orgId, ids, { instruments: catalogue, policy: policy('team'), today })
      })

    it('published again keep their version, their day and every byte', async () => {
      await publish(varied(10))
      const was = await bodies()
      expect(Object.values(await again('2027-01-01'))).toEqual([1])
      expect(await bodies()).toEqual(was)
    })

    it('give the same text however often they were taken back and in whatever order their rows came', async () => {
      const { upload } = await place.import(longFile(varied(10)), mapping)
      await place.undo(upload)
      const [head = '', ...rows] = longFile(varied(10)).trim().split('\n')
      await place.import([head, ...rows.reverse()].join('\n'), mapping)
      const [first = '', , third = ''] = await bodies()
      const content = (body: string) => ({ ...JSON.parse(body), version: 0 })
      expect(content(third)).toEqual(content(first))
      expect(third.replace('"version":3', '"version":1')).toBe(first)
    })
  })
})
