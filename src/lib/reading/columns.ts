import { isBirthName, isTimeName, namedRole } from './columnNames.ts'
import { type ColumnValues, dateCount } from './columnValues.ts'
import type { ColumnRole, FileLayout } from './fileOverview.ts'
import { foundColumns, type FoundInstrument } from './foundInstrument.ts'
import { type PersonalKind, personalKind } from './identifiers.ts'
import { itemName, type NumberedGroup } from './itemNames.ts'
import { isMissingMarker } from './missingMarkers.ts'
import { platformOf } from './platforms/index.ts'
import type { PlatformColumn } from './platforms/platform.ts'
import type { Reason } from './reason.ts'
import { textKey } from './textKey.ts'
import { wavesOfValues } from './waveWords.ts'

export interface ColumnBelief {
  index: number
  role: ColumnRole
  reason: Reason
  personal: PersonalKind | null
  /** The platform's own column that this is, where it is one. */
  own: PlatformColumn | null
}

/** Words that mark the people who did not (yet) take part. */
const comparison = /control|waiting ?list|wait ?list|comparison|usual|tau$|placebo|no treatment|untreated/i

/** Whether a value of an arm column names the comparison. */
export function isComparison(value: string): boolean {
  return comparison.test(value.trim())
}

/** What each column is, and why, from what the platform writes, the instruments found, its name and its cells. */
export function columnBeliefs(
  layout: FileLayout,
  values: readonly ColumnValues[],
  { found, groups }: { found: readonly FoundInstrument[]; groups: readonly NumberedGroup[] }
): ColumnBelief[] {
  const platform = platformOf(layout.platform)
  return layout.columns.map((column) => {
    const { index, name, question } = column
    const seen = values[index]
    const own = platform.own[textKey(name)] ?? (question === null ? undefined : platform.own[textKey(question)]) ?? null
    const belief = (role: ColumnRole, reason: Reason, personal: PersonalKind | null = null): ColumnBelief => ({
      index,
      role,
      reason,
      personal,
      own
    })
    const instrument = found.find((one) => foundColumns(one).includes(index))
    if (instrument) {
      const role = instrument.total === index ? 'total' : 'item'
      return belief(role, { code: role, values: { instrument: instrument.instrument.name } })
    }
    if (own) return ownBelief(own, seen, platform.id, belief)
    if (!seen) return belief('ignored', plainReason('empty-column'))
    const personal = personalKind(question ?? name, seen) ?? personalKind(name, seen)
    if (personal) return belief('personal', personal.reason, personal.kind)
    const beside = scoreBeside(itemName(column)?.stem ?? '', seen, groups)
    if (beside !== null) return belief('score', { code: 'score-beside-items', values: { name, stem: beside } })
    return believed(layout, index, seen, belief)
  })
}

type Belief = (role: ColumnRole, reason: Reason, personal?: PersonalKind | null) => ColumnBelief

function ownBelief(
  own: PlatformColumn,
  seen: ColumnValues | undefined,
  platform: string,
  belief: Belief
): ColumnBelief {
  if (own.personal) return belief('personal', { code: 'personal-name', values: { kind: own.personal } }, own.personal)
  if (own.is === 'own-id' && seen && seen.texts.size > 4 && hasManyTexts(seen))
    return belief('participant', plainReason('participant-external-reference'))
  if (own.is === 'response-id') return belief('ignored', { code: 'response-id', values: { platform } })
  if (own.role === 'date') return belief('date', { code: 'status-platform', values: { platform } })
  if (own.role === 'ignored') return belief('ignored', plainReason('nothing-known'))
  return belief(own.role, { code: 'status-platform', values: { platform } })
}

function believed({ columns }: FileLayout, index: number, seen: ColumnValues, belief: Belief): ColumnBelief {
  const name = columns[index]?.name ?? ''
  const role = namedRole(name) ?? namedRole(columns[index]?.question ?? '')
  const texts = [...seen.texts.keys()].filter((text) => !isMissingMarker(text))
  if (role === 'attention-check') return belief('ignored', plainReason('attention-check'))
  if (role === 'response-id') return belief('ignored', { code: 'response-id', values: { platform: name } })
  if (role === 'participant' && hasManyTexts(seen)) {
    // An "id" that merely counts the rows would pair strangers: row 1 of one file with row 1 of the next.
    const counts = seen.counting && seen.filled > 2 && /^(id|#|no|nr|record|recordid|part|code)$/.test(textKey(name))
    return counts
      ? belief('ignored', plainReason('row-number'))
      : belief('participant', { code: 'participant-name', values: { name } })
  }
  const waves = seen.more || texts.length > 8 ? null : wavesOfValues(texts)
  const listed = { values: texts.slice(0, 6).join(', ') }
  const numbers = texts.every((text) => /^\d+$/.test(text))
  if (waves && role === 'wave' && texts.length > 1 && (!numbers || (isTimeName(name) && texts.length < 6)))
    return belief('wave', { code: 'wave-name', values: { name, ...listed } })
  const spoken = texts.length > 0 && texts.every((text) => /\p{L}{3}/u.test(text) || /^[tT]\d$/.test(text))
  if (waves && spoken && (role === 'wave' || texts.length > 1))
    return belief('wave', { code: 'wave-values', values: listed })
  if (role === 'arm' && !seen.more && texts.length > 1 && texts.length < 5 && texts.some(isComparison))
    return belief('arm', { code: 'arm-values', values: listed })
  if (role === 'attendance' && seen.numbers >= seen.filled * 0.8 && seen.filled > 0)
    return belief('attendance', { code: 'attendance-name', values: { name } })
  if (dateCount(seen) > 0 && dateCount(seen) >= seen.filled * 0.8 && !isBirthName(name))
    return belief('date', role === 'date' ? { code: 'date-name', values: { name } } : plainReason('date-values'))
  if (role === 'score' && seen.numbers >= seen.filled * 0.8)
    return belief('score', { code: 'score-name', values: { name } })
  if ((role === 'program' || role === 'cohort') && !seen.more && texts.length > 0)
    return belief(
      role,
      role === 'program' ? { code: 'program-name', values: { name } } : { code: 'cohort-name', values: { name } }
    )
  if (role === 'dimension' && seen.filled > 0) return belief('dimension', { code: 'dimension-name', values: { name } })
  if (seen.filled === 0) return belief('ignored', plainReason('empty-column'))
  if (seen.long > 1 && seen.long >= seen.filled * 0.3 && seen.texts.size > seen.filled * 0.5)
    return belief('comment', plainReason('comment-long'))
  return belief('ignored', plainReason('nothing-known'))
}

/** Identifiers differ between people; a handful of values is a group. */
function hasManyTexts({ texts, more, filled }: ColumnValues): boolean {
  const different = [...texts.keys()].filter((text) => !isMissingMarker(text)).length
  return more || (different > 0 && different >= Math.min(5, Math.ceil(filled / 4)))
}

/** "dass" + "score", "dass" + "a": what stands beside numbered items and bears their name is made from them. */
function scoreBeside(stem: string, seen: ColumnValues, groups: readonly NumberedGroup[]): string | null {
  if (seen.filled === 0 || seen.numbers < seen.filled * 0.8) return null
  const group = groups.find(({ stem: items }) => {
    const rest = stem.slice(items.length)
    return items.length > 2 && stem.startsWith(items) && /^(total|score|sum|mean|avg|average|[a-z]{1,3})$/.test(rest)
  })
  return group?.stem ?? null
}

function plainReason(code: Reason['code']): Reason {
  return { code, values: {} }
}
