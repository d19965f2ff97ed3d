import type { Instrument } from '../instruments/instrument.ts'

/**
 * What each answer adds to a score, in the order of the items: the code, turned round where the item is reversed
 * (min + max − code); for a dichotomous count 1 where the raw code counts, else 0. Null stays null.
 */
export function itemValues(instrument: Instrument, codes: readonly (number | null)[]): (number | null)[] {
  const { rule, counted } = instrument.scoring
  return instrument.items.map((item, index) => {
    const code = codes[index] ?? null
    if (code === null) return null
    if (rule === 'dichotomous-count') return counted?.[item.key]?.includes(code) ? 1 : 0
    const range = item.codes ?? instrument.codes
    return item.reverse && range ? range.min + range.max - code : code
  })
}
