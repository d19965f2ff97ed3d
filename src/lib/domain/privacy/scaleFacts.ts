import type { Instrument } from '../instruments/instrument.ts'

/** What the statistics and the words need to know of one scale of an instrument. */
export interface ScaleFacts {
  construct: string
  better: 'higher' | 'lower'
  range: [number, number]
}

/** The facts of `total` or of a subscale. Throws where the instrument has no such scale. */
export function scaleFacts(instrument: Instrument, scale: string): ScaleFacts {
  const { construct, better } = instrument
  if (scale === 'total') return { construct, better, range: [instrument.scale.min, instrument.scale.max] }
  const subscale = instrument.subscales.find(({ id }) => id === scale)
  if (!subscale) throw new Error(`${instrument.id} has no scale "${scale}".`)
  const { min, max } = subscale.scale ?? itemRange(instrument, subscale)
  return { construct, better, range: [min, max] }
}

/** The range of a subscale that does not state one: from its items' codes, summed or averaged. */
function itemRange(instrument: Instrument, subscale: Instrument['subscales'][number]): { min: number; max: number } {
  const codes = subscale.items.map(
    (key) => instrument.items.find((item) => item.key === key)?.codes ?? instrument.codes
  )
  const parts = subscale.rule === 'mean' ? codes.length : 1
  const sum = (of: (codes: { min: number; max: number }) => number) =>
    codes.reduce((total, each) => total + (each ? of(each) : 0), 0) / parts
  return { min: sum(({ min }) => min), max: sum(({ max }) => max) }
}
