import type { Wave } from '../domain/wave.ts'
import { dateRank } from './columnNames.ts'
import { type ColumnBelief, isComparison } from './columns.ts'
import type { ColumnValues } from './columnValues.ts'
import type { DateOrder } from './dates.ts'
import type { FileLayout } from './fileOverview.ts'
import type { FoundInstrument } from './foundInstrument.ts'
import type { InstrumentEntry, Mapping } from './mapping.ts'
import { isMissingMarker } from './missingMarkers.ts'
import { wavesOfValues } from './waveWords.ts'

export interface Evidence {
  layout: FileLayout
  values: readonly ColumnValues[]
  beliefs: readonly ColumnBelief[]
  found: readonly FoundInstrument[]
}

/** The mapping that Kith would choose. Nothing in it takes effect before a person or a command accepts it. */
export function suggestedMapping(evidence: Evidence): Mapping {
  const { beliefs, layout } = evidence
  const nameOf = (index: number) => layout.columns[index]?.name ?? ''
  const first = (role: ColumnBelief['role']) => beliefs.find((belief) => belief.role === role)
  const mapping: Mapping = {}
  const wave = suggestedWave(evidence)
  if (wave) mapping.wave = wave
  const participant = first('participant')
  if (participant) mapping.participant = { column: nameOf(participant.index) }
  else if (!wave && isWide(evidence.found)) mapping.participant = { row: true }
  for (const role of ['program', 'cohort'] as const) {
    const belief = first(role)
    if (belief) mapping[role] = { column: nameOf(belief.index) }
  }
  if (evidence.found.length > 0)
    mapping.instruments = evidence.found.map((found) => suggestedEntry(found, nameOf, wave !== null))
  const arm = first('arm')
  if (arm) mapping.arm = { column: nameOf(arm.index), values: armValues(evidence.values[arm.index]) }
  const attendance = first('attendance')
  if (attendance) mapping.attendance = { column: nameOf(attendance.index) }
  const date = responseDate(evidence)
  if (date?.order) mapping.date = { column: nameOf(date.index), order: date.order }
  const keep = suggestedKeep(evidence)
  if (keep.length > 0) mapping.keep = keep.map(({ index, accepted }) => ({ column: nameOf(index), in: accepted }))
  mapping.missing = ['', ...seenMarkers(evidence)]
  return mapping
}

/** Whether the columns of one row hold one instrument at two times. */
function isWide(found: readonly FoundInstrument[]): boolean {
  return found.some((one) =>
    found.some(
      (other) => one.instrument.id === other.instrument.id && one.wave && other.wave && one.wave !== other.wave
    )
  )
}

function suggestedEntry(
  found: FoundInstrument,
  nameOf: (index: number) => string,
  hasWaveColumn: boolean
): InstrumentEntry {
  const entry: InstrumentEntry = { instrument: found.instrument.id }
  if (found.wave && !hasWaveColumn) entry.wave = found.wave
  if (found.total === null) entry.items = found.items.map((index) => (index === null ? null : nameOf(index)))
  else entry.total = nameOf(found.total)
  if (found.order) entry.order = found.order
  if (found.codes) entry.codes = found.codes
  if (found.missing.length > 0) entry.missing = found.missing
  return entry
}

function suggestedWave({ beliefs, values, layout, found }: Evidence): {
  column: string
  values: Record<string, Wave>
} | null {
  // Columns that name their own times leave nothing for a column of times to say.
  if (found.some(({ wave, reason }) => wave && reason.code.endsWith('-and-wave'))) return null
  const belief = beliefs.find(({ role }) => role === 'wave')
  const seen = belief && values[belief.index]
  const waves = seen && wavesOfValues([...seen.texts.keys()].filter((text) => !isMissingMarker(text)))
  return belief && waves ? { column: layout.columns[belief.index]?.name ?? '', values: waves } : null
}

function armValues(seen: ColumnValues | undefined): Record<string, 'program' | 'comparison'> {
  const texts = [...(seen?.texts.keys() ?? [])].filter((text) => !isMissingMarker(text))
  return Object.fromEntries(texts.map((text) => [text, isComparison(text) ? 'comparison' : 'program']))
}

/** The date of the response and the order of its parts, by the whole column; null order where both orders are possible. */
export function responseDate({ layout, beliefs, values }: Evidence): { index: number; order: DateOrder | null } | null {
  const dates = beliefs.filter(({ role, index }) => role === 'date' && (values[index]?.filled ?? 0) > 0)
  const rank = ({ own, index, reason }: ColumnBelief) =>
    (own?.rank ?? dateRank(layout.columns[index]?.name ?? '')) + (reason.code === 'date-name' ? 0.5 : 0)
  const best = dates.sort((a, b) => rank(b) - rank(a) || a.index - b.index)[0]
  if (!best) return null
  const own = orderOf(values[best.index])
  // Other dates of the same export are written by the same hand.
  const shared = new Set(dates.flatMap(({ index }) => orderOf(values[index]) ?? []))
  return { index: best.index, order: own ?? (shared.size === 1 ? ([...shared][0] ?? null) : null) }
}

function orderOf(seen: ColumnValues | undefined): DateOrder | null {
  if (!seen) return null
  const { ymd, dmy, mdy, either } = seen.dates
  const orders = (['ymd', 'dmy', 'mdy'] as const).filter((order) => seen.dates[order] > 0)
  if (orders.length !== 1 || (ymd > 0 && either > 0)) return ymd > dmy + mdy + either ? 'ymd' : null
  return orders[0] ?? null
}

const previews = /^(1|2|8|9|12|17|40|48)$|preview|test|spam|vorschau|aperçu|vista previa/i
const unfinished = /^(0|false|falsch|faux|no|nein)$/i

/** Which values of the platform's own status columns Kith would keep, and how many responses that leaves out. */
export function suggestedKeep({ beliefs, values }: Evidence): {
  index: number
  is: 'kind' | 'finished'
  accepted: string[]
  left: number
}[] {
  return beliefs.flatMap(({ index, own }) => {
    const seen = values[index]
    if (!seen || seen.filled === 0 || (own?.is !== 'kind' && own?.is !== 'finished')) return []
    const refused = own.is === 'kind' ? previews : unfinished
    const texts = [...seen.texts]
    const accepted = texts.flatMap(([text]) => (refused.test(text) ? [] : [text]))
    const left = texts.reduce((sum, [text, count]) => sum + (refused.test(text) ? count : 0), 0)
    const customary = texts.some(([text]) => /^\d+$/.test(text)) ? (own.is === 'kind' ? '0' : '1') : null
    if (accepted.length === 0 && customary) accepted.push(customary)
    return accepted.length > 0 ? [{ index, is: own.is, accepted, left }] : []
  })
}

/** Signs for "no answer" that the file really uses: words anywhere, numbers and dashes only among answers. */
function seenMarkers({ beliefs, values }: Evidence): string[] {
  const seen = new Set<string>()
  for (const { index, role } of beliefs) {
    if (role === 'comment' || role === 'personal') continue
    for (const text of values[index]?.texts.keys() ?? []) {
      if (isMissingMarker(text) && (/\p{L}/u.test(text) || role === 'item' || role === 'total')) seen.add(text)
    }
  }
  return [...seen]
}
