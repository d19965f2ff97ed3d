import type { Instrument } from '../domain/instruments/instrument.ts'
import type { Wave } from '../domain/wave.ts'
import { columnIndex } from './columnReference.ts'
import type { DateOrder } from './dates.ts'
import type { FileLayout } from './fileOverview.ts'
import { responseIdColumn } from './layout.ts'
import type { InstrumentEntry, Mapping } from './mapping.ts'
import { type ItemCoding, itemCodings } from './itemCoding.ts'

/** A mapping with its columns by place and its texts ready for comparing: made once for a file, used for every row. */
export interface ResolvedMapping {
  width: number
  responseId: number | null
  participant: number | null
  program: Choice | null
  cohort: Choice | null
  wave: { fixed: Wave } | { index: number; values: ReadonlyMap<string, Wave> } | null
  entries: ResolvedEntry[]
  dimensions: { dimension: string; index: number; bands: ReadonlyMap<string, string> }[]
  arm: { index: number; values: ReadonlyMap<string, string> } | null
  attendance: number | null
  date: { index: number; order: DateOrder } | null
  keep: { index: number; accepted: ReadonlySet<string> }[]
  missing: ReadonlySet<string>
}

export type Choice = { fixed: string } | { index: number; values: ReadonlyMap<string, string> | null }

export interface ResolvedEntry {
  entry: InstrumentEntry
  instrument: Instrument
  /** In the order of the file. */
  items: { index: number | null; coding: ItemCoding }[]
  total: number | null
  missing: ReadonlySet<string>
}

/** Values of a mapping are compared without regard to case and surrounding spaces. */
export function valueKey(text: string): string {
  return text.trim().toLowerCase()
}

/** For a mapping that `mappingProblems` finds nothing wrong with; what it would have refused is left out here. */
export function resolvedMapping(
  layout: FileLayout,
  mapping: Mapping,
  instruments: readonly Instrument[]
): ResolvedMapping {
  const at = (column: Parameters<typeof columnIndex>[1]) => columnIndex(layout, column)
  const choice = (given: Mapping['program']): Choice | null => {
    if (!given || 'fixed' in given) return given ?? null
    const index = at(given.column)
    return index === null ? null : { index, values: given.values ? byKey(given.values) : null }
  }
  const { participant, wave, arm, date } = mapping
  const missing = new Set((mapping.missing ?? []).map((marker) => marker.trim()))
  const armIndex = at(arm?.column)
  const dateIndex = at(date?.column)
  return {
    width: layout.columns.length,
    responseId: responseIdColumn(layout),
    participant: participant && 'column' in participant ? at(participant.column) : null,
    program: choice(mapping.program),
    cohort: choice(mapping.cohort),
    wave: !wave || 'fixed' in wave ? (wave ?? null) : { index: at(wave.column) ?? -1, values: byKey(wave.values) },
    entries: (mapping.instruments ?? []).flatMap((entry) => {
      const instrument = instruments.find(({ id }) => id === entry.instrument)
      if (!instrument) return []
      const codings = itemCodings(instrument, entry)
      const items = (entry.items ?? []).flatMap((column, place) => {
        const coding = codings[place]
        return coding ? [{ index: column === null ? null : at(column), coding }] : []
      })
      const own = new Set([...missing, ...(entry.missing ?? []).map((marker) => marker.trim())])
      return [{ entry, instrument, items, total: at(entry.total), missing: own }]
    }),
    dimensions: (mapping.dimensions ?? []).flatMap(({ dimension, column, bands }) => {
      const index = at(column)
      return index === null ? [] : [{ dimension, index, bands: byKey(bands) }]
    }),
    arm: arm && armIndex !== null ? { index: armIndex, values: byKey(arm.values) } : null,
    attendance: at(mapping.attendance?.column),
    date: date && dateIndex !== null ? { index: dateIndex, order: date.order } : null,
    keep: (mapping.keep ?? []).flatMap(({ column, in: accepted }) => {
      const index = at(column)
      return index === null ? [] : [{ index, accepted: new Set(accepted.map(valueKey)) }]
    }),
    missing
  }
}

function byKey<Value>(values: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(values).map(([text, value]) => [valueKey(text), value]))
}
