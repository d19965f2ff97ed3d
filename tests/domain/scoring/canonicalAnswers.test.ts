import { describe, expect, it } from 'vitest'
import { findInstrument } from '#lib/domain/instruments/index.ts'
import { canonicalAnswers, canonicalTotal } from '#lib/domain/scoring/canonicalAnswers.ts'
import { ScoringError, type ScoringProblem } from '#lib/domain/scoring/scoringProblem.ts'

function known(id: string) {
  const found = findInstrument(id)
  if (!found) throw new Error(id)
  return found
}

function problemOf(act: () => unknown): ScoringProblem {
  try {
    act()
  } catch (error) {
    if (error instanceof ScoringError) return error.problem
    throw error
  }
  throw new Error('nothing was refused')
}

const rosenberg = known('rses-10')
const ten = [4, 1, 4, 3, 2, 1, 3, 2, 1, 4]

describe('canonicalAnswers', () => {
  it('brings the circulated order and codes 1 to 4 into the published order and codes 0 to 3', () => {
    expect(canonicalAnswers(rosenberg, ten, { order: 'circulated', codes: '1-4' })).toEqual([
      2, 3, 0, 2, 1, 3, 3, 1, 0, 0
    ])
  })
  it('knows the reversed statements by their place in either order, as both forms print them', () => {
    const reversed = rosenberg.items.filter((item) => item.reverse).map((item) => item.key)
    const places = (order: string) =>
      rosenberg.variants.flatMap((variant) =>
        variant.id === order && variant.kind === 'order' ? reversed.map((key) => variant.items.indexOf(key) + 1) : []
      )
    expect(places('published').sort((a, b) => a - b)).toEqual([3, 5, 8, 9, 10])
    expect(places('circulated').sort((a, b) => a - b)).toEqual([2, 5, 6, 8, 9])
  })
  it('refuses to guess the order', () => {
    expect(problemOf(() => canonicalAnswers(rosenberg, ten, { codes: '1-4' }))).toEqual({
      code: 'order-not-declared',
      instrument: 'rses-10',
      orders: ['published', 'circulated']
    })
  })
  it('names the order and the codes that it does not know', () => {
    expect(problemOf(() => canonicalAnswers(rosenberg, ten, { order: 'shuffled' })).code).toBe('unknown-order')
    expect(problemOf(() => canonicalAnswers(known('ucla-3'), [1, 2, 3], { codes: '0-2' })).code).toBe('unknown-codes')
  })
  it('gives the place of what is not a code, counted in the order of the file', () => {
    const wrong = ten.map((code, place) => (place === 8 ? 5 : code))
    expect(problemOf(() => canonicalAnswers(rosenberg, wrong, { order: 'circulated', codes: '1-4' }))).toEqual({
      code: 'out-of-range',
      instrument: 'rses-10',
      given: 5,
      min: 1,
      max: 4,
      position: 8
    })
    expect(problemOf(() => canonicalAnswers(known('ucla-3'), [1, 2.5, 3])).code).toBe('out-of-range')
  })
  it('refuses an answer too few', () => {
    expect(problemOf(() => canonicalAnswers(known('ucla-3'), [1, 2])).code).toBe('wrong-count')
  })
  it('takes the published order as the only one where there is no other', () => {
    expect(canonicalAnswers(known('ucla-3'), [1, null, 3], { order: 'published' })).toEqual([1, null, 3])
  })
})

describe('canonicalTotal', () => {
  it('puts a Rosenberg total of 26.3 from codes 1 to 4 at 16.3', () => {
    expect(canonicalTotal(rosenberg, 26.3, { codes: '1-4' })).toBe(16.3)
  })
  it('puts a State Self-Esteem total of 0 from codes 0 to 4 at 20', () => {
    expect(canonicalTotal(known('sses-20'), 0, { codes: '0-4' })).toBe(20)
  })
  it('refuses a total outside the scale, in the numbers of the file', () => {
    expect(problemOf(() => canonicalTotal(rosenberg, 9, { codes: '1-4' }))).toMatchObject({
      given: 9,
      min: 10,
      max: 40
    })
  })
})
