import { describe, expect, it } from 'vitest'
import { nextPoint } from '#lib/charts/nextPoint.ts'

describe('nextPoint', () => {
  const change = [2, 1]

  it('moves along all points with left and right, and stops at the ends', () => {
    expect(nextPoint(change, 0, 'ArrowRight')).toBe(1)
    expect(nextPoint(change, 1, 'ArrowRight')).toBe(2)
    expect(nextPoint(change, 2, 'ArrowRight')).toBeUndefined()
    expect(nextPoint(change, 2, 'ArrowLeft')).toBe(1)
    expect(nextPoint(change, 0, 'ArrowLeft')).toBeUndefined()
  })

  it('moves between rows with up and down, to the nearest place of a shorter row', () => {
    expect(nextPoint(change, 1, 'ArrowDown')).toBe(2)
    expect(nextPoint(change, 2, 'ArrowUp')).toBe(0)
    expect(nextPoint([1, 1, 1], 1, 'ArrowDown')).toBe(2)
    expect(nextPoint([1, 1, 1], 0, 'ArrowUp')).toBeUndefined()
  })

  it('goes to the ends with Home and End, and leaves other keys to the browser', () => {
    expect(nextPoint(change, 1, 'Home')).toBe(0)
    expect(nextPoint(change, 1, 'End')).toBe(2)
    expect(nextPoint(change, 1, 'Tab')).toBeUndefined()
    expect(nextPoint(change, 1, 'Enter')).toBeUndefined()
  })
})
