import { describe, expect, it } from 'vitest'
import { catalogue, findInstrument } from '#lib/domain/instruments/index.ts'
import { instrument, instrumentSchema, type InstrumentInput } from '#lib/domain/instruments/instrument.ts'
import { scoreSubmission } from '#lib/domain/scoring/scoreSubmission.ts'

describe('catalogue', () => {
  it.each(catalogue)('$id reaches exactly the ends of its scale', (known) => {
    const extreme = (best: boolean) =>
      known.items.map((item) => {
        const codes = item.codes ?? known.codes
        return (best === (item.reverse ?? false) ? codes?.min : codes?.max) ?? null
      })
    expect(scoreSubmission(known, extreme(true)).total).toBe(known.scale.max)
    expect(scoreSubmission(known, extreme(false)).total).toBe(known.scale.min)
  })
  it.each(catalogue)('$id ships wording only where its licence lets it', (known) => {
    if (!known.licence.wordingMayShip) expect(known.items.filter((item) => item.wording)).toEqual([])
  })
  it.each(catalogue)('$id has a label for each code, and no label for two', (known) => {
    const labels = Object.entries(known.codes?.labels ?? {})
    expect(labels).toHaveLength((known.codes?.max ?? 0) - (known.codes?.min ?? 0) + 1)
    const all = labels.flatMap(([, texts]) => texts.map((text) => text.toLowerCase()))
    expect(new Set(all).size).toBe(all.length)
  })
  it('finds a measure of one’s own before a built-in one', () => {
    const own = instrument({ ...minimal, id: 'ucla-3' })
    expect(findInstrument('ucla-3', [own])).toBe(own)
    expect(findInstrument('nowhere')).toBeUndefined()
  })
})

const minimal: InstrumentInput = {
  id: 'mine',
  name: 'Mine',
  construct: 'belonging',
  better: 'higher',
  codes: { min: 1, max: 5 },
  items: [{ key: 'welcome' }, { key: 'home' }],
  scoring: { rule: 'sum' },
  scale: { min: 2, max: 10 }
}

describe('a definition that contradicts itself is refused, by name', () => {
  it.each<[string, Partial<InstrumentInput>]>([
    ['"welcome" stands here twice', { items: [{ key: 'welcome' }, { key: 'welcome' }] }],
    ['"welcome" has no codes', { codes: undefined }],
    ['a ready-made total has no items', { scoring: { rule: 'total' } }],
    ['needs items', { items: [] }],
    ['needs a table', { scoring: { rule: 'lookup' } }],
    ['says nothing about "welcome"', { scoring: { rule: 'dichotomous-count' } }],
    ['would score a person who answered nothing', { missing: { rule: 'prorate', atMost: 2 } }],
    ['no item is called "trust"', { subscales: [{ id: 'part', items: ['trust'], rule: 'sum' }] }],
    ['must name every item once', { variants: [{ id: 'other', kind: 'order', items: ['home'] }] }],
    ['as many codes', { variants: [{ id: '0-10', kind: 'codes', min: 0, max: 10 }] }],
    ['from 10 to 2', { scale: { min: 10, max: 2 } }]
  ])('%s', (reason, change) => {
    const { error } = instrumentSchema.safeParse({ ...minimal, ...change })
    expect(error?.issues.map(({ message }) => message).join('; ')).toContain(reason)
    expect(() => instrument({ ...minimal, ...change })).toThrow()
  })
})
