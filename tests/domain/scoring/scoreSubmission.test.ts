import { describe, expect, it } from 'vitest'
import { checkedVectors } from '../../../src/cli/oracle/checkedVectors.ts'
import { vectorFile } from '../../../src/cli/oracle/vectorFile.ts'
import { instrument, type InstrumentInput } from '#lib/domain/instruments/instrument.ts'
import { findInstrument } from '#lib/domain/instruments/index.ts'
import { band } from '#lib/domain/scoring/band.ts'
import { scoreSubmission } from '#lib/domain/scoring/scoreSubmission.ts'
import reference from './scoring.vectors.json' with { type: 'json' }

describe('scoreSubmission, against the worked vectors of the five instruments', () => {
  it.each(checkedVectors(vectorFile(reference), null))('$name', ({ mismatches }) => {
    expect(mismatches).toEqual([])
  })
})

function made(definition: Partial<InstrumentInput>) {
  return instrument({
    id: 'made-up',
    name: 'Made up',
    construct: 'belonging',
    better: 'higher',
    codes: { min: 1, max: 5 },
    items: ['a', 'b', 'c', 'd', 'e'].map((key) => ({ key })),
    scoring: { rule: 'sum' },
    scale: { min: 5, max: 25 },
    ...definition
  })
}

describe('scoreSubmission, rule by rule', () => {
  it('averages, with the missing one prorated, and says so', () => {
    const measure = made({
      scoring: { rule: 'mean' },
      scale: { min: 1, max: 5 },
      missing: { rule: 'prorate', atMost: 1 }
    })
    expect(scoreSubmission(measure, [1, 2, 3, 4, null])).toEqual({
      complete: false,
      answered: 4,
      total: 2.5,
      subscales: {},
      prorated: true
    })
  })

  it('asks for complete cases where the mapping does, whatever the instrument allows', () => {
    const measure = made({ missing: { rule: 'prorate', atMost: 1 } })
    expect(scoreSubmission(measure, [1, 2, 3, 4, null], { incomplete: 'complete-case' }).total).toBeNull()
    expect(scoreSubmission(measure, [1, 2, 3, 4, null]).total).toBe(12.5)
  })

  // The vectors of De Jong Gierveld's six items, after the authors' manual: one gap counts as 0 in the total, none in a subscale.
  it.each([
    [[1, 3, 3, 1, 3, 1], 0, 0, 0],
    [[2, 2, 2, 2, 2, 2], 6, 3, 3],
    [[3, 1, null, 2, 3, 1], 3, 2, null],
    [[3, null, null, 2, 3, 1], null, 2, null]
  ])('counts dichotomous answers %j', (answers, total, emotional, social) => {
    const keys = ['1', '2', '3', '4', '5', '6']
    const measure = made({
      better: 'lower',
      codes: { min: 1, max: 3 },
      items: keys.map((key) => ({ key })),
      scoring: {
        rule: 'dichotomous-count',
        counted: Object.fromEntries(keys.map((key) => [key, '146'.includes(key) ? [2, 3] : [1, 2]]))
      },
      missing: { rule: 'count-as-zero', atMost: 1 },
      subscales: [
        { id: 'emotional', items: ['1', '4', '6'], rule: 'sum' },
        { id: 'social', items: ['2', '3', '5'], rule: 'sum' }
      ],
      scale: { min: 0, max: 6 }
    })
    expect(scoreSubmission(measure, answers)).toMatchObject({
      total,
      subscales: { emotional, social },
      prorated: false
    })
  })

  it('multiplies: WHO-5 answers 2 3 _ 2 2 are 45 of 100', () => {
    const measure = made({
      codes: { min: 0, max: 5 },
      scoring: { rule: 'sum', multiply: 4 },
      missing: { rule: 'prorate', atMost: 1 },
      scale: { min: 0, max: 100 }
    })
    expect(scoreSubmission(measure, [2, 3, null, 2, 2]).total).toBe(45)
  })

  it('looks a whole raw total up, and nothing else: raw 23 of SWEMWBS is 20.73', () => {
    const measure = made({
      items: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key) => ({ key })),
      scoring: { rule: 'lookup', table: { 7: 7, 23: 20.73, 35: 35 } },
      missing: { rule: 'prorate', atMost: 1 },
      scale: { min: 7, max: 35 }
    })
    expect(scoreSubmission(measure, [3, 4, 3, 2, 4, 3, 4]).total).toBe(20.73)
    expect(scoreSubmission(measure, [3, 4, null, 2, 4, 3, 4]).total).toBeNull()
  })

  it('gives separate items no total', () => {
    const measure = made({ scoring: { rule: 'separate-items' }, items: [{ key: 'happy' }, { key: 'calm' }] })
    expect(scoreSubmission(measure, [4, null])).toMatchObject({ total: null, subscales: { happy: 4, calm: null } })
  })

  it('takes a ready-made total as it is, decimals and all', () => {
    const measure = made({ items: [], scoring: { rule: 'total' }, scale: { min: 0, max: 151 } })
    expect(scoreSubmission(measure, [101.5])).toMatchObject({ complete: true, total: 101.5 })
    expect(scoreSubmission(measure, [null])).toMatchObject({ complete: false, total: null })
  })

  it('turns an item round within its own codes', () => {
    const measure = made({ items: [{ key: 'a' }, { key: 'b', reverse: true, codes: { min: 0, max: 10 } }] })
    expect(scoreSubmission(measure, [5, 3]).total).toBe(12)
  })

  it('gives the same number for the same fraction, however many answered', () => {
    const measure = made({
      items: Array.from({ length: 18 }, (_, place) => ({ key: String(place) })),
      missing: { rule: 'prorate', atMost: 9 }
    })
    const twelve = [...Array(12).fill(2), ...Array(6).fill(null)].map((code, place) => (place === 0 ? 4 : code))
    const nine = [...Array(9).fill(2), ...Array(9).fill(null)].map((code, place) => (place === 0 ? 3.5 : code))
    expect(scoreSubmission(measure, twelve).total).toBe(scoreSubmission(measure, nine).total)
  })

  it('refuses another number of answers', () => {
    expect(() => scoreSubmission(made({}), [1, 2])).toThrow('takes 5 answers, not 2')
  })
})

describe('band', () => {
  const rosenberg = findInstrument('rses-10')
  it('rounds a prorated total half up before it is placed', () => {
    if (!rosenberg) throw new Error('rses-10')
    expect(band(rosenberg, 14.5)?.label).toBe('normal range')
    expect(band(rosenberg, 14.4)?.label).toBe('low')
    expect(band(rosenberg, null)).toBeNull()
  })
  it('leaves an exclusive edge to the band below: WHO-5 of 50 is still low', () => {
    const measure = made({
      bands: [
        { from: 0, label: 'low' },
        { from: 50, exclusive: true, label: 'adequate' }
      ]
    })
    expect([50, 50.1].map((score) => band(measure, score)?.label)).toEqual(['low', 'adequate'])
  })
})
