import { describe, expect, it } from 'vitest'
import { formatMoment } from '#lib/ui/formatMoment.ts'

describe('a moment', () => {
  const moment = new Date(2026, 10, 4, 15, 30)

  it('is written day first in English, with a clock that nobody can misread', () => {
    expect(formatMoment(moment, 'en')).toBe('4 Nov 2026, 15:30')
  })

  it('is written as readers of another language write it', () => {
    expect(formatMoment(moment, 'de')).toBe('04.11.2026, 15:30')
  })
})
