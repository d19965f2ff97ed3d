import { describe, expect, it } from 'vitest'
import { formatDate } from '#lib/ui/formatDate.ts'

describe('formatDate', () => {
  it('says the day that was written, wherever the server stands', () => {
    expect(formatDate('2026-11-14', 'en')).toBe('14 November 2026')
    expect(formatDate('2026-01-01', 'de')).toBe('1. Januar 2026')
  })
})
