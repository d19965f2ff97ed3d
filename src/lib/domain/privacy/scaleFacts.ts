import type { Instrument } from '../instruments/instrument.ts'

/** What the statistics and the words need to know of one scale of an instrument. */
export interface ScaleFacts {
  construct: string
  better: 'higher' | 'lower'
  range: [number, number]
  /** Published reliability; undefined for subscales and for measures that have none: then no reliable change. */
  reliability: number | undefined
  /** The instrument's reference or norm SD, so that the bar of reliable change is the same in every program. */
  referenceSd: number | undefined
}

/** The facts of `total` or of a subscale. Throws where the instrument has no such scale. */
export function scaleFacts(instrument: Instrument, scale: string): ScaleFacts {
  const { construct, better } = instrument
  if (scale === 'total') {
    return {
      construct,
      better,
      range: [instrument.scale.min, instrument.scale.max],
      reliability: instrument.reliability?.value,
      referenceSd: instrument.referenceSd?.value ?? instrument.norms.find((norm) => norm.sd !== null)?.sd ?? undefined
    }
  }
  const subscale = instrument.subscales.find(({ id }) => id === scale)
  if (!subscale) throw new Error(`${instrument.id} has no scale "${scale}".`)
  const range = subscale.scale ?? itemRange(instrument, subscale)
  return { construct, better, range: [range.min, range.max], reliability: undefined, referenceSd: undefined }
}

/** The range of a subscale that does not state one: from its items' codes, summed or averaged. */
function itemRange(instrument: Instrument, subscale: Instrument['subscales'][number]): { min: number; max: number } {
  const codes = subscale.items.map((key) => instrument.items.find((item) => item.key === key)?.codes ?? instrument.codes)
  const parts = subscale.rule === 'mean' ? codes.length : 1
  const sum = (of: (codes: { min: number; max: number }) => number) =>
    codes.reduce((total, each) => total + (each ? of(each) : 0), 0) / parts
  return { min: sum(({ min }) => min), max: sum(({ max }) => max) }
}
