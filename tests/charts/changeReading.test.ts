import { describe, expect, it } from 'vitest'
import { changeReading } from '#lib/charts/changeReading.ts'

describe('changeReading', () => {
  it('is sure only where the interval excludes zero, as it is printed', () => {
    expect(changeReading({ change: -0.9, low: -1.4, high: -0.4 }, 'lower')).toMatchObject({ sure: true })
    expect(changeReading({ change: 0.4, low: -0.9, high: 1.7 }, 'higher')).toMatchObject({ sure: false })
    expect(changeReading({ change: 0.4, low: 0, high: 0.8 }, 'higher')).toMatchObject({ sure: false })
  })

  it('says better and worse by the direction of the instrument', () => {
    expect(changeReading({ change: -0.9, low: -1.4, high: -0.4 }, 'lower').verdict).toBe('better')
    expect(changeReading({ change: -0.9, low: -1.4, high: -0.4 }, 'higher').verdict).toBe('worse')
    expect(changeReading({ change: 0.6, low: 0.5, high: 0.8 }, 'lower').verdict).toBe('worse')
  })

  it('calls nothing better that is not clear', () => {
    expect(changeReading({ change: 0.4, low: -0.9, high: 1.7 }, 'higher').verdict).toBe('unclear')
  })
})
