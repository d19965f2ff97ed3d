import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisTicks } from '#lib/charts/axisTicks.ts'

describe('axisTicks', () => {
  it('names the whole points of a short scale, as the design draws UCLA-3', () => {
    expect(axisTicks([3, 9], 7)).toEqual([3, 4, 5, 6, 7, 8, 9])
  })

  it('divides a long scale into equal whole steps, as the design draws 8 to 40 and 0 to 30', () => {
    expect(axisTicks([8, 40], 7)).toEqual([8, 16, 24, 32, 40])
    expect(axisTicks([0, 30], 7)).toEqual([0, 5, 10, 15, 20, 25, 30])
  })

  it('names both ends, in order, and never more than asked for, on any scale', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20, max: 100 }),
        fc.integer({ min: 1, max: 120 }),
        fc.constantFrom(4, 7),
        (min, range, most) => {
          const ticks = axisTicks([min, min + range], most)
          expect(ticks[0]).toBe(min)
          expect(ticks.at(-1)).toBe(min + range)
          expect(ticks.length).toBeLessThanOrEqual(most)
          expect(ticks).toEqual([...ticks].sort((a, b) => a - b))
          expect(new Set(ticks).size).toBe(ticks.length)
        }
      )
    )
  })

  it('keeps numbers from crowding the ends of a scale that cannot be divided', () => {
    expect(axisTicks([0, 11], 7)).toEqual([0, 2, 4, 6, 8, 11])
  })
})
