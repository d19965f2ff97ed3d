import { describe, expect, it } from 'vitest'
import { hedgesJ } from '#lib/domain/statistics/hedgesJ.ts'

describe('hedgesJ', () => {
  it('is the exact gamma ratio, known in closed form for few degrees of freedom', () => {
    // Γ(1)/(1·Γ(½)) = 1/√π, and Γ(3/2)/(√(3/2)·Γ(1)) = (√π/2)/√1.5
    expect(hedgesJ(2)).toBeCloseTo(1 / Math.sqrt(Math.PI), 15)
    expect(hedgesJ(3)).toBeCloseTo(Math.sqrt(Math.PI) / 2 / Math.sqrt(1.5), 15)
  })
  it('keeps its digits for a million people, where it is 1 − 3/(4m) − 7/(32m²) to 1e-15', () => {
    const m = 1_199_999
    expect(Math.abs((hedgesJ(m) ?? NaN) - (1 - 3 / (4 * m) - 7 / (32 * m * m)))).toBeLessThan(1e-15)
  })
  it('is undefined for one degree of freedom', () => {
    expect(hedgesJ(1)).toBeUndefined()
  })
})
