import { describe, expect, it } from 'vitest'
import { nearlyAllAlike, nearlyAllOneScore } from '#lib/domain/privacy/alikeAnswers.ts'

const pairs = (list: [number, number, number][]) => ({
  pairs: list.map(([before, after, people]) => ({ before, after, people })),
  onlyBefore: [],
  onlyAfter: []
})

describe('alike answers (docs/privacy.md, P7)', () => {
  it('sees that 9 of 10 people changed by the same, from different levels', () => {
    expect(
      nearlyAllAlike(
        pairs([
          [3, 5, 3],
          [4, 6, 3],
          [5, 7, 3],
          [6, 9, 1]
        ]),
        1
      )
    ).toBe(true)
  })

  it('sees the same change of decimals that binary cannot hold', () => {
    expect(
      nearlyAllAlike(
        pairs([
          [0.1, 0.3, 4],
          [0.2, 0.4, 4],
          [1, 1.2, 4],
          [2, 2.5, 2]
        ]),
        1
      )
    ).toBe(true)
  })

  it('sees n - 2 people with one score before, or one after', () => {
    expect(
      nearlyAllAlike(
        pairs([
          [3, 4, 3],
          [3, 5, 3],
          [3, 6, 3],
          [3, 7, 1],
          [4, 9, 1],
          [5, 3, 1]
        ]),
        1
      )
    ).toBe(true)
    expect(
      nearlyAllAlike(
        pairs([
          [4, 3, 3],
          [5, 3, 3],
          [6, 3, 3],
          [7, 3, 1],
          [9, 4, 1],
          [3, 5, 1]
        ]),
        1
      )
    ).toBe(true)
  })

  it('lets answers pass that differ', () => {
    expect(
      nearlyAllAlike(
        pairs([
          [3, 4, 3],
          [4, 4, 3],
          [5, 3, 4],
          [6, 3, 2]
        ]),
        1
      )
    ).toBe(false)
  })

  it('in groups under ten, which the team alone sees, takes n - 1 for the limit', () => {
    expect(
      nearlyAllAlike(
        pairs([
          [3, 4, 4],
          [5, 9, 1]
        ]),
        1
      )
    ).toBe(true)
    expect(
      nearlyAllAlike(
        pairs([
          [3, 4, 3],
          [5, 9, 1],
          [6, 5, 1]
        ]),
        1
      )
    ).toBe(false)
  })

  it('looks at a single wave in the same way', () => {
    expect(
      nearlyAllOneScore(
        [
          { score: 3, people: 8 },
          { score: 4, people: 2 }
        ],
        1
      )
    ).toBe(true)
    expect(
      nearlyAllOneScore(
        [
          { score: 3, people: 5 },
          { score: 4, people: 5 }
        ],
        1
      )
    ).toBe(false)
  })

  it('sees decimals as alike that a reader cannot tell apart', () => {
    const totals: [number, number, number][] = [20.001, 20.002, 20.003, 20.004, 20.005, 20.006].map((score) => [
      score,
      10,
      1
    ])
    expect(nearlyAllAlike(pairs(totals), 1)).toBe(true)
  })
})
