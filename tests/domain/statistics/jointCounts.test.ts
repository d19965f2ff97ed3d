import { describe, expect, it } from 'vitest'
import { decimalDifference } from '#lib/domain/statistics/decimalDifference.ts'
import { jointCounts } from '#lib/domain/statistics/jointCounts.ts'

describe('jointCounts', () => {
  it('counts pairs and those who answered once, and drops who never answered', () => {
    expect(jointCounts([5, 3, 5, null, 4, null], [4, null, 4, 6, null, null])).toEqual({
      pairs: [{ before: 5, after: 4, people: 2 }],
      onlyBefore: [
        { score: 3, people: 1 },
        { score: 4, people: 1 }
      ],
      onlyAfter: [{ score: 6, people: 1 }]
    })
  })
  it('refuses lists that do not match and scores that are no numbers', () => {
    expect(() => jointCounts([1], [])).toThrow('1 people before and 0 after')
    expect(() => jointCounts([1, NaN], [1, 2])).toThrow('NaN is not a score (place 1)')
  })
})

describe('decimalDifference', () => {
  it('subtracts decimals as on paper', () => {
    expect(decimalDifference(0.4, 0.1)).toBe(0.3)
    expect(decimalDifference(26.3, 10)).toBe(16.3)
    expect(Object.is(decimalDifference(0.1, 0.1), 0)).toBe(true)
  })
})
