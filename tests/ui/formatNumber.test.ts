import { describe, expect, it } from 'vitest'
import { formatNumber } from '#lib/ui/formatNumber.ts'

describe('formatNumber', () => {
  it('writes a true minus in languages that would use a hyphen', () => {
    expect(formatNumber(-0.9, { locale: 'en', decimals: 1 })).toBe('\u22120.9')
    expect(formatNumber(-0.9, { locale: 'de', decimals: 1 })).toBe('\u22120,9')
  })

  it('keeps the decimals a figure was released with', () => {
    expect(formatNumber(5, { locale: 'en', decimals: 1 })).toBe('5.0')
    expect(formatNumber(0.5, { locale: 'en', decimals: 2 })).toBe('0.50')
  })

  it('signs a change, but neither nothing nor what rounds to nothing', () => {
    expect(formatNumber(1.7, { locale: 'en', decimals: 1, signed: true })).toBe('+1.7')
    expect(formatNumber(0, { locale: 'en', decimals: 1, signed: true })).toBe('0.0')
    expect(formatNumber(-0.04, { locale: 'en', decimals: 1 })).toBe('0.0')
  })
})
