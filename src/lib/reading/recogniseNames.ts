import type { Instrument } from '../domain/instruments/instrument.ts'
import { codesVariant } from './codesVariant.ts'
import type { ColumnValues } from './columnValues.ts'
import type { FileLayout } from './fileOverview.ts'
import { type FoundInstrument, instrumentStems, waveOf } from './foundInstrument.ts'
import type { ItemName, NumberedGroup } from './itemNames.ts'

/** Least share of an instrument's items that must be there. */
export const leastCoverage = 0.8

/** Instruments whose numbered columns bear their name: UCLA_1 .. UCLA_3, Pre_SSE_1 .. Pre_SSE_20. */
export function instrumentsByName(
  { columns }: FileLayout,
  values: readonly ColumnValues[],
  groups: readonly NumberedGroup[],
  instruments: readonly Instrument[]
): FoundInstrument[] {
  return groups.flatMap((group) =>
    instruments.flatMap((instrument) => {
      const length = instrument.items.length
      const numbers = new Set(group.items.map(({ number }) => number))
      const fits = length > 0 && instrumentStems(instrument).includes(group.stem) && numbers.size === group.items.length
      if (!fits || numbers.has(0) || group.items.some(({ number }) => number > length)) return []
      const coverage = numbers.size / length
      if (coverage < leastCoverage) return []
      const items = instrument.items.map((_, at) => group.items.find(({ number }) => number === at + 1)?.index ?? null)
      const { codes, missing, fit } = codesVariant(
        instrument,
        group.items.flatMap(({ index }) => values[index] ?? [])
      )
      const name = (at: number) => columns[group.items.at(at)?.index ?? -1]?.name ?? ''
      const time = waveOf(group)
      const found: FoundInstrument = {
        instrument,
        items,
        total: null,
        ...time,
        order: null,
        codes,
        missing,
        confidence: rounded((time.wave !== null || time.place !== null ? 0.95 : 0.9) * coverage * fitWeight(fit)),
        reason: time.wave
          ? { code: 'instrument-names-and-wave', values: { first: name(0), last: name(-1), wave: time.wave } }
          : { code: 'instrument-names', values: { first: name(0), last: name(-1) } }
      }
      return [found]
    })
  )
}

/** Ready-made totals: a column with the name of a measure, or of an instrument and "score". */
export function totalsByName(
  { columns }: FileLayout,
  values: readonly ColumnValues[],
  names: readonly ItemName[],
  instruments: readonly Instrument[]
): FoundInstrument[] {
  return names.flatMap((name) => {
    const seen = values[name.index]
    if (name.number !== null || !seen || seen.filled === 0) return []
    const instrument = instruments.find((candidate) => isTotalOf(name.stem, candidate) && totalsFit(candidate, seen))
    if (!instrument) return []
    const reason = { code: 'instrument-total', values: { name: columns[name.index]?.name ?? '' } } as const
    return [
      {
        instrument,
        items: [],
        total: name.index,
        ...waveOf(name),
        order: null,
        codes: null,
        missing: [],
        confidence: 0.7,
        reason
      }
    ]
  })
}

function isTotalOf(stem: string, instrument: Instrument): boolean {
  const stems = instrumentStems(instrument)
  if (instrument.scoring.rule === 'total' && stems.includes(stem)) return true
  const bare = stem.replace(/(total|score|sum)+$/, '')
  return bare !== stem && stems.includes(bare)
}

function totalsFit({ scale }: Instrument, { texts }: ColumnValues): boolean {
  const numbers = [...texts.keys()]
    .map((text) => Number(text.replace(',', '.')))
    .filter((number) => !Number.isNaN(number))
  return numbers.length > 0 && numbers.every((number) => number >= scale.min && number <= scale.max)
}

/** Answers that the instrument does not know make the find less sure, and half of them unknown very unsure. */
export function fitWeight(fit: number): number {
  return 0.2 + 0.8 * fit * fit
}

export function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100
}
