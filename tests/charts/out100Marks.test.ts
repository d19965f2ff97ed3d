import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { out100Marks, type Shares } from '#lib/charts/out100Marks.ts'

function threeParts(better: number, same: number, worse: number): Shares {
  return {
    state: 'shown',
    parts: [
      { of: ['better'], percent: better },
      { of: ['same'], percent: same },
      { of: ['worse'], percent: worse }
    ]
  }
}

describe('out100Marks', () => {
  it('draws a hundred marks, each in a place of its own, however people are shared out', () => {
    const cuts = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
    fc.assert(
      fc.property(cuts, ([one, two]) => {
        const [first, second] = [Math.min(one, two), Math.max(one, two)]
        const { marks, blocks } = out100Marks(threeParts(first, second - first, 100 - second))
        expect(marks).toHaveLength(100)
        expect(new Set(marks.map(({ row, column }) => row * 10 + column)).size).toBe(100)
        for (const { part, count } of blocks) expect(marks.filter((mark) => mark.part === part)).toHaveLength(count)
      })
    )
  })

  it('keeps equal marks together, row by row, and never scatters them', () => {
    const { marks } = out100Marks(threeParts(34, 56, 10))
    const inReadingOrder = marks.map(({ part }) => part)
    expect(inReadingOrder).toEqual([...Array(34).fill('better'), ...Array(56).fill('same'), ...Array(10).fill('worse')])
    expect(marks.map(({ row, column }) => row * 10 + column)).toEqual(Array.from({ length: 100 }, (_, place) => place))
  })

  it('fills what is at least true of nearly all, and tells nothing of the rest', () => {
    const { marks, blocks } = out100Marks({ state: 'nearlyAll', of: 'better', atLeast: 75 })
    expect(blocks.map(({ part, count }) => [part, count])).toEqual([
      ['better', 75],
      ['rest', 25]
    ])
    expect(marks.filter(({ part }) => part === 'rest')).toHaveLength(25)
  })

  it('gives people who are counted together a mark of their own', () => {
    const shares: Shares = {
      state: 'shown',
      parts: [
        { of: ['better'], percent: 71 },
        { of: ['same', 'worse'], percent: 29 }
      ]
    }
    expect(out100Marks(shares).blocks.map(({ part }) => part)).toEqual(['better', 'same-or-worse'])
  })

  it('refuses parts that do not add to a hundred, or that are no neighbours', () => {
    expect(() => out100Marks(threeParts(34, 56, 11))).toThrow('101')
    const jumped: Shares = {
      state: 'shown',
      parts: [
        { of: ['better', 'worse'], percent: 50 },
        { of: ['same'], percent: 50 }
      ]
    }
    expect(() => out100Marks(jumped)).toThrow('better, worse')
  })
})
