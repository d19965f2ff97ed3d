import { describe, expect, it } from 'vitest'
import { findInstrument } from '#lib/domain/instruments/index.ts'
import { reliableChangeBasis } from '#lib/domain/statistics/reliableChangeBasis.ts'
import { reliableBar } from '#lib/domain/statistics/reliableChange.ts'

function basis(id: string, pairs: { n: number; sd: number }) {
  const instrument = findInstrument(id)
  if (!instrument) throw new Error(id)
  return reliableChangeBasis(instrument, pairs)
}

describe('reliableChangeBasis', () => {
  // The bars are those derived in the catalogue of facts: 2.30, 8.734 and 6.629 points.
  it.each([
    ['ucla-3', 'reference', 2.303],
    ['ucla-20-v3', 'norm', 8.734],
    ['rses-10', 'norm', 6.629]
  ])('%s takes its %s SD, the same bar in every program', (id, from, threshold) => {
    const found = basis(id, { n: 100, sd: 3 })
    expect(found?.from).toBe(from)
    expect(reliableBar(found?.reliability ?? NaN, found?.sd ?? NaN)?.threshold).toBeCloseTo(threshold, 3)
  })
  it('takes the people’s own spread only from 30 of them', () => {
    expect(basis('sses-20', { n: 30, sd: 15 })).toEqual({ reliability: 0.92, sd: 15, from: 'own' })
    expect(basis('sses-20', { n: 29, sd: 15 })).toBeUndefined()
  })
})
