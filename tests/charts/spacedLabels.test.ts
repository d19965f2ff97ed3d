import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spacedLabels } from '#lib/charts/spacedLabels.ts'

describe('spacedLabels', () => {
  it('leaves labels alone that have room', () => {
    expect(spacedLabels([1.7, 6.2, 9.0], 1.85, [0.9, 9.1])).toEqual([1.7, 6.2, 9.0])
  })

  it('keeps the gap, the order and the bounds wherever labels begin', () => {
    const places = fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(places, (unsorted) => {
        const spaced = spacedLabels(
          [...unsorted].sort((a, b) => a - b),
          1.85,
          [0.925, 9.075]
        )
        spaced.forEach((place, index) => {
          expect(place).toBeGreaterThan(0.925 - 1e-9)
          expect(place).toBeLessThan(9.075 + 1e-9)
          if (index > 0) expect(place - (spaced[index - 1] ?? 0)).toBeGreaterThan(1.85 - 1e-9)
        })
      })
    )
  })
})
