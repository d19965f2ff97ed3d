import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeGeometry, type ChangeNumbers } from '#lib/charts/changeGeometry.ts'

/** The example of the chart guide: loneliness from 6.1 to 5.2 on 3 to 9. */
const loneliness: ChangeNumbers = {
  range: [3, 9],
  better: 'lower',
  before: 6.1,
  after: 5.2,
  change: -0.9,
  low: -1.4,
  high: -0.4
}

const tenths = (min: number, max: number) => fc.integer({ min: min * 10, max: max * 10 }).map((value) => value / 10)

const anyNumbers = fc
  .record({
    better: fc.constantFrom<'higher' | 'lower'>('higher', 'lower'),
    before: tenths(3, 9),
    after: tenths(3, 9),
    half: tenths(0, 3)
  })
  .map(({ better, before, after, half }): ChangeNumbers => {
    const change = Math.round((after - before) * 10) / 10
    return { range: [3, 9], better, before, after, change, low: change - half, high: change + half }
  })

describe('changeGeometry', () => {
  it('puts the better end of the scale on the right, whichever way the scale runs', () => {
    expect(changeGeometry(loneliness).ends).toEqual({ left: 9, right: 3 })
    expect(changeGeometry({ ...loneliness, better: 'higher' }).ends).toEqual({ left: 3, right: 9 })
  })

  it('moves to the right exactly when the change is for the better', () => {
    fc.assert(
      fc.property(anyNumbers, (numbers) => {
        const drawn = changeGeometry(numbers)
        const forBetter = numbers.better === 'higher' ? numbers.change > 0 : numbers.change < 0
        if (numbers.change !== 0) expect(drawn.change.dot > drawn.change.zero).toBe(forBetter)
        if (numbers.change !== 0) expect(drawn.after > drawn.before).toBe(forBetter)
      })
    )
  })

  it('puts the zero of the change under before, and the change under after', () => {
    fc.assert(
      fc.property(anyNumbers, (numbers) => {
        const drawn = changeGeometry(numbers)
        expect(drawn.change.zero).toBe(drawn.before)
        expect(drawn.change.dot).toBeCloseTo(drawn.after, 9)
      })
    )
  })

  it('uses the same length for a point on both strips', () => {
    const { ticks, changeTicks } = changeGeometry(loneliness)
    const step = (marks: { value: number; at: number }[]) => {
      const [first, second] = marks
      return Math.abs(((second?.at ?? 0) - (first?.at ?? 0)) / ((second?.value ?? 0) - (first?.value ?? 0)))
    }
    expect(step(ticks.wide)).toBeCloseTo(100 / 6, 9)
    expect(step(changeTicks.wide)).toBeCloseTo(100 / 6, 9)
    expect(step(changeTicks.narrow)).toBeCloseTo(100 / 6, 9)
  })

  it('names zero on the change axis without a sign, and four places at the most on a phone', () => {
    fc.assert(
      fc.property(anyNumbers, (numbers) => {
        const { changeTicks, ticks } = changeGeometry(numbers)
        for (const marks of [changeTicks.wide, changeTicks.narrow]) {
          expect(marks.some(({ value }) => Object.is(value, 0))).toBe(true)
        }
        expect(changeTicks.narrow.length).toBeLessThanOrEqual(4)
        expect(ticks.narrow.length).toBeLessThanOrEqual(4)
      })
    )
  })

  it('keeps every mark on the strip, cutting an interval at the end of the scale', () => {
    fc.assert(
      fc.property(anyNumbers, (numbers) => {
        const { before, after, change } = changeGeometry(numbers)
        for (const at of [before, after, change.zero, change.dot, change.from, change.to]) {
          expect(at).toBeGreaterThanOrEqual(0)
          expect(at).toBeLessThanOrEqual(100)
        }
        expect(change.from).toBeLessThanOrEqual(change.to)
      })
    )
  })
})
