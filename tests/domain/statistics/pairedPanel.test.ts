import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkedVectors } from '../../../src/cli/oracle/checkedVectors.ts'
import { vectorFile } from '../../../src/cli/oracle/vectorFile.ts'
import { jointCounts } from '#lib/domain/statistics/jointCounts.ts'
import { pairedPanel } from '#lib/domain/statistics/pairedPanel.ts'
import reference from './paired.vectors.json' with { type: 'json' }

describe('pairedPanel, against R 4.2.2 and metafor 3.8.1', () => {
  it.each(checkedVectors(vectorFile(reference), null))('$name', ({ mismatches }) => {
    expect(mismatches).toEqual([])
  })
})

describe('pairedPanel', () => {
  it('gives no test where everybody changed by the same decimal amount', () => {
    const before = [0.1, 0.2, 0.3, 1.1, 2.7]
    const counts = jointCounts(
      before,
      before.map((score) => Number((score + 0.3).toFixed(1)))
    )
    const { change, t_test, effect_sizes } = pairedPanel(counts, { better: 'higher' })
    expect(change).toEqual({ mean: 0.3, sd: 0, se: 0, median: 0.3 })
    expect(t_test).toBeUndefined()
    expect(effect_sizes?.SMCRH).toBeUndefined()
  })

  it('gives no test where everybody changed by one point from prorated thirds', () => {
    const before = [260 / 9, 230 / 9, 100 / 3]
    const counts = jointCounts(
      before,
      before.map((score) => score + 1)
    )
    expect(pairedPanel(counts, { better: 'higher' }).t_test).toBeUndefined()
  })

  it('takes the reference SD for the bar where one is given: 1.96·1.57·√2·√(1 − .72) = 2.30 points', () => {
    const counts = jointCounts([9, 9, 5, 3], [6, 7, 5, 6])
    const { rci } = pairedPanel(counts, { better: 'lower', reliability: 0.72, sd: 1.57 })
    expect(rci?.threshold).toBeCloseTo(2.3028, 4)
    expect([rci?.improved.x, rci?.no_reliable_change.x, rci?.worsened.x]).toEqual([1, 2, 1])
  })

  it('does not call any move reliable where the scores before did not vary', () => {
    expect(pairedPanel(jointCounts([3, 3, 3], [4, 5, 3]), { better: 'lower', reliability: 0.8 }).rci).toBeUndefined()
  })

  it('keeps the digits of small differences on a large offset', () => {
    const small = pairedPanel(jointCounts([1, 2, 4, 8], [2, 2, 7, 9]), { better: 'higher' })
    const large = pairedPanel(jointCounts([1, 2, 4, 8].map(lifted), [2, 2, 7, 9].map(lifted)), { better: 'higher' })
    expect(large.change).toEqual(small.change)
    expect(large.t_test?.p).toBeCloseTo(small.t_test?.p ?? NaN, 14)
  })

  it('never answers with NaN or an infinity, whatever the scores', () => {
    const score = fc.option(fc.oneof(fc.integer({ min: 0, max: 10 }), fc.double({ noNaN: true, min: -1e6, max: 1e6 })))
    fc.assert(
      fc.property(fc.array(fc.tuple(score, score), { maxLength: 12 }), (people) => {
        const counts = jointCounts(
          people.map(([before]) => before),
          people.map(([, after]) => after)
        )
        const found = numbersIn(pairedPanel(counts, { better: 'lower', reliability: 0.7 }))
        expect(found.every(Number.isFinite)).toBe(true)
      })
    )
  })
})

function lifted(score: number): number {
  return score + 1e8
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}
