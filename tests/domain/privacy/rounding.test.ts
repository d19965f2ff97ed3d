import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pointDecimals, rounded, wholePercents } from '#lib/domain/privacy/rounding.ts'

describe('rounding (docs/privacy.md, P9)', () => {
  it('gives points one decimal, and two on scales whose range is under 6', () => {
    expect(pointDecimals([3, 9])).toBe(1)
    expect(pointDecimals([1, 5])).toBe(2)
    expect(pointDecimals([0, 30])).toBe(1)
  })

  it('rounds halves away from zero, as people do, also where binary falls short', () => {
    expect(rounded(1.005, 2)).toBe(1.01)
    expect(rounded(-0.25, 1)).toBe(-0.3)
    expect(rounded(2.5, 0)).toBe(3)
    expect(Object.is(rounded(-0.01, 1), 0)).toBe(true)
  })

  it('makes whole per cent that add to 100 and are never more than one away', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 6 }), (counts) => {
        const total = counts.reduce((sum, count) => sum + count, 0)
        fc.pre(total > 0)
        const percents = wholePercents(counts)
        expect(percents.reduce((sum, percent) => sum + percent, 0)).toBe(100)
        counts.forEach((count, index) => {
          expect(Math.abs((percents[index] ?? NaN) - (100 * count) / total)).toBeLessThan(1)
        })
      })
    )
  })
})
