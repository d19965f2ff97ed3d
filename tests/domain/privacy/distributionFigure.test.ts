import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distributionFigure } from '#lib/domain/privacy/distributionFigure.ts'
import type { DistributionFigure } from '#lib/domain/privacy/release.ts'
import { scoreBands } from '#lib/domain/privacy/scoreBands.ts'
import { jointCounts } from '#lib/domain/statistics/jointCounts.ts'

type Shown = Extract<DistributionFigure, { state: 'shown' }>

const ucla3 = scoreBands([3, 9], true)

/** People by score before and after, each list from the lowest score up; who moved where does not matter here. */
function people(min: number, before: number[], after: number[]) {
  const list = (counts: number[]) => counts.flatMap((count, index) => Array<number>(count).fill(min + index))
  return jointCounts(list(before), list(after))
}

/** Scores as surveys have them: crowded at one end, spread, or all over; whole or with decimals. */
const worlds = fc
  .record({
    scale: fc.constantFrom<{ range: [number, number]; wholePoints: boolean }>(
      { range: [3, 9], wholePoints: true },
      { range: [0, 30], wholePoints: true },
      { range: [20, 80], wholePoints: true },
      { range: [8, 40], wholePoints: true },
      { range: [1, 5], wholePoints: false },
      { range: [1, 7], wholePoints: false },
      { range: [0, 100], wholePoints: false }
    ),
    people: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), {
      maxLength: 90,
      size: 'max'
    }),
    crowding: fc.constantFrom(0.2, 1, 4)
  })
  .map(({ scale, people, crowding }) => {
    const [min, max] = scale.range
    const score = (place: number) => {
      const exact = min + (max - min) * place ** crowding
      return scale.wholePoints ? Math.round(exact) : Number(exact.toFixed(4))
    }
    const pairs = people.map(([before, after]) => ({ before: score(before), after: score(after) }))
    const counts = jointCounts(
      pairs.map(({ before }) => before),
      pairs.map(({ after }) => after)
    )
    return { ...scale, pairs, figure: distributionFigure(counts, scoreBands(scale.range, scale.wholePoints)) }
  })

const shownWorlds = worlds.filter((world): world is typeof world & { figure: Shown } => world.figure.state === 'shown')

/** Counted again from the people and the printed bands alone. */
function inBand({ pairs, wholePoints, range: [min, max] }: { pairs: { before: number; after: number }[] } & World) {
  const decimals = wholePoints ? 0 : max - min < 6 ? 2 : 1
  const printed = (score: number) => Math.round(Number((score * 10 ** decimals).toFixed(6))) / 10 ** decimals
  return ({ from, to }: { from: number; to: number }, side: 'before' | 'after') =>
    pairs.filter((pair) => printed(pair[side]) >= from && printed(pair[side]) <= to).length
}

interface World {
  range: [number, number]
  wholePoints: boolean
}

describe('the distribution of scores (docs/privacy.md, P8)', () => {
  it('is a full histogram where every score has three people before and after', () => {
    const counts = people(3, [3, 4, 5, 9, 6, 4, 3], [6, 7, 8, 4, 3, 3, 3])
    expect(distributionFigure(counts, ucla3)).toEqual({
      state: 'shown',
      bands: [
        { from: 3, to: 3, before: 9, after: 18 },
        { from: 4, to: 4, before: 12, after: 20 },
        { from: 5, to: 5, before: 15, after: 23 },
        { from: 6, to: 6, before: 26, after: 12 },
        { from: 7, to: 7, before: 17, after: 9 },
        { from: 8, to: 8, before: 12, after: 9 },
        { from: 9, to: 9, before: 9, after: 9 }
      ]
    })
  })

  it('joins a score of fewer than three people, and one of nobody, with a neighbour, the same before and after', () => {
    const figure = distributionFigure(people(3, [1, 4, 9, 12, 4, 1, 0], [3, 6, 11, 8, 2, 0, 1]), ucla3)
    const bands = figure.state === 'shown' ? figure.bands.map(({ from, to }) => [from, to]) : []
    expect(bands).toEqual([
      [3, 4],
      [5, 5],
      [6, 6],
      [7, 9]
    ])
  })

  it('tells ten to 29 people apart in three or four bands only, alike in width where they may be', () => {
    const figure = distributionFigure(people(3, [4, 4, 4, 4, 4, 4, 4], [4, 4, 4, 4, 4, 4, 4]), ucla3)
    const bands = figure.state === 'shown' ? figure.bands.map(({ from, to }) => [from, to]) : []
    expect(bands).toHaveLength(4)
    for (const [from = 0, to = 0] of bands) expect(to - from).toBeLessThanOrEqual(1)
  })

  it('withholds where a small group does not fill three bands, and below ten people', () => {
    expect(distributionFigure(people(3, [10, 1, 1], [4, 4, 4]), ucla3)).toEqual({ state: 'withheld' })
    expect(distributionFigure(people(3, [3, 3, 3], [3, 3, 3]), ucla3)).toEqual({ state: 'withheld' })
  })

  it('says 0 % of no band, however many people there are', () => {
    const counts = people(3, [400, 500, 300, 200, 90, 7, 3], [500, 400, 300, 200, 90, 7, 3])
    const figure = distributionFigure(counts, ucla3)
    expect(figure).toMatchObject({ state: 'shown' })
    if (figure.state === 'shown')
      expect(Math.min(...figure.bands.flatMap((b) => [b.before, b.after]))).toBeGreaterThan(0)
  })

  it('has at least three people in every band before and after, whoever answered what', () => {
    fc.assert(
      fc.property(shownWorlds, (world) => {
        const counted = inBand(world)
        for (const band of world.figure.bands) {
          expect(counted(band, 'before')).toBeGreaterThanOrEqual(3)
          expect(counted(band, 'after')).toBeGreaterThanOrEqual(3)
        }
      })
    )
  })

  it('covers the scale from end to end without gap or overlap, so nobody is left out or counted twice', () => {
    fc.assert(
      fc.property(shownWorlds, (world) => {
        const { bands } = world.figure
        const [min, max] = world.range
        const step = world.wholePoints ? 1 : max - min < 6 ? 0.01 : 0.1
        expect(bands[0]?.from).toBe(min)
        expect(bands.at(-1)?.to).toBe(max)
        bands.slice(1).forEach(({ from }, index) => expect(from - (bands[index]?.to ?? 0)).toBeCloseTo(step, 6))
      })
    )
  })

  it('adds to 100 % before and after, none of it 0 or 100', () => {
    fc.assert(
      fc.property(shownWorlds, ({ figure: { bands } }) => {
        for (const side of ['before', 'after'] as const) {
          expect(bands.reduce((sum, band) => sum + band[side], 0)).toBe(100)
          for (const band of bands) expect(band[side] > 0 && band[side] < 100).toBe(true)
        }
      })
    )
  })

  it('is never shown of fewer than ten people, and of fewer than thirty in three or four bands', () => {
    fc.assert(
      fc.property(worlds, ({ figure, pairs }) => {
        if (pairs.length < 10) expect(figure).toEqual({ state: 'withheld' })
        if (figure.state !== 'shown') return
        expect(figure.bands.length).toBeGreaterThanOrEqual(pairs.length < 30 ? 3 : 2)
        expect(figure.bands.length).toBeLessThanOrEqual(pairs.length < 30 ? 4 : 11)
      })
    )
  })

  it('lets no reader who knows n work out a group of one or two: in a band, in several together, or outside of them', () => {
    fc.assert(
      fc.property(shownWorlds, ({ figure: { bands }, pairs }) => {
        const n = pairs.length
        for (const side of ['before', 'after'] as const) {
          // Below a hundred people the percent of a band is that of one count alone: the reader has the counts.
          const counts = bands.map((band) => Math.round((band[side] * n) / 100))
          let below = 0
          for (const count of counts) {
            expect(count).toBeGreaterThanOrEqual(3)
            below += count
            expect(below === n || n - below >= 3).toBe(true)
          }
        }
      })
    )
  })
})

describe('the bands of a scale', () => {
  const labels = (range: [number, number], wholePoints: boolean) =>
    scoreBands(range, wholePoints).bands.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`))

  it('are the whole points of a short scale', () => {
    expect(labels([3, 9], true)).toEqual(['3', '4', '5', '6', '7', '8', '9'])
    expect(labels([0, 10], true)).toHaveLength(11)
  })

  it('are equal bands of whole points on a wide one, the last lacking as little as may be', () => {
    expect(labels([8, 40], true)).toEqual([
      '8-10',
      '11-13',
      '14-16',
      '17-19',
      '20-22',
      '23-25',
      '26-28',
      '29-31',
      '32-34',
      '35-37',
      '38-40'
    ])
    expect(labels([0, 30], true)).toEqual(['0-3', '4-7', '8-11', '12-15', '16-19', '20-23', '24-27', '28-30'])
    expect(labels([20, 100], true)[0]).toBe('20-28')
  })

  it('are of a round width on a scale with decimals, up to what would be printed', () => {
    expect(labels([1, 5], false)).toEqual([
      '1-1.49',
      '1.5-1.99',
      '2-2.49',
      '2.5-2.99',
      '3-3.49',
      '3.5-3.99',
      '4-4.49',
      '4.5-5'
    ])
  })

  it('hold a prorated score where it rounds half up to', () => {
    const { bands, placeOf } = scoreBands([0, 30], true)
    expect(bands[placeOf(7.4)]).toEqual({ from: 4, to: 7 })
    expect(bands[placeOf(7.5)]).toEqual({ from: 8, to: 11 })
    expect(bands[placeOf(30)]).toEqual({ from: 28, to: 30 })
  })
})
