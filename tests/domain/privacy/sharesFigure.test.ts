import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharesFigure } from '#lib/domain/privacy/sharesFigure.ts'

const rule = { rule: 'reliable', threshold: 2.3 } as const

describe('shares out of 100 people (docs/privacy.md, P7)', () => {
  it('says of 12 people who all improved only that nearly all did, at least 75 %', () => {
    expect(sharesFigure({ better: 12, same: 0, worse: 0 }, rule)).toEqual({
      state: 'nearlyAll',
      of: 'better',
      atLeast: 75
    })
  })

  it('joins a category of fewer than three people to its smaller neighbour', () => {
    expect(sharesFigure({ better: 20, same: 18, worse: 2 }, rule)).toMatchObject({
      parts: [
        { of: ['better'], percent: 50 },
        { of: ['same', 'worse'], percent: 50 }
      ]
    })
  })

  it('joins a category of nobody rather than saying 0 %', () => {
    expect(sharesFigure({ better: 15, same: 15, worse: 0 }, rule)).toMatchObject({
      parts: [{ of: ['better'] }, { of: ['same', 'worse'] }]
    })
  })

  it('keeps the three apart where each holds three people', () => {
    expect(sharesFigure({ better: 3, same: 4, worse: 3 }, rule)).toMatchObject({
      parts: [{ percent: 30 }, { percent: 40 }, { percent: 30 }]
    })
  })

  it('withholds where joining leaves nothing to tell apart', () => {
    expect(sharesFigure({ better: 2, same: 2, worse: 1 }, rule)).toEqual({ state: 'withheld' })
  })

  it('never shows 0 %, 100 %, nor a part of one or two people', () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 3000 }))
    fc.assert(
      fc.property(count, count, count, (better, same, worse) => {
        const counts = { better, same, worse }
        const people = better + same + worse
        fc.pre(people >= 5)
        const figure = sharesFigure(counts, rule)
        if (figure.state !== 'shown') return
        expect(figure.parts.flatMap(({ of }) => of)).toEqual(['better', 'same', 'worse'])
        expect(figure.parts.reduce((sum, { percent }) => sum + percent, 0)).toBe(100)
        for (const { of, percent } of figure.parts) {
          expect(of.reduce((sum, direction) => sum + counts[direction], 0)).toBeGreaterThanOrEqual(3)
          expect(percent).toBeGreaterThan(0)
          expect(percent).toBeLessThan(100)
        }
      })
    )
  })
})
