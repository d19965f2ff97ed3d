import { canonicalAnswers, canonicalTotal } from '../domain/scoring/canonicalAnswers.ts'
import { ScoringError } from '../domain/scoring/scoringProblem.ts'
import type { Wave } from '../domain/wave.ts'
import type { InterpretedAnswers } from './interpretedRow.ts'
import type { RowReader } from './rowInterpretation.ts'
import { itemAnswer } from './itemCoding.ts'
import type { ResolvedEntry } from './resolvedMapping.ts'

/** As yet without a wave where the whole row has one. */
export type WavelessAnswers = Omit<InterpretedAnswers, 'wave'> & { wave: Wave | null }

/** One entry's answers in one row; null where nothing was answered or something cannot be understood (then said). */
export function entryAnswers(resolved: ResolvedEntry, reader: RowReader): WavelessAnswers | null {
  const { entry, instrument } = resolved
  const head = {
    instrument: instrument.id,
    wave: entry.wave ?? null,
    incomplete: entry.incomplete ?? ('instrument' as const)
  }
  const codesName = typeof entry.codes === 'string' ? entry.codes : undefined
  if (resolved.total !== null) {
    const total = readyTotal(resolved, reader, codesName)
    return total === null ? null : { ...head, codes: null, total }
  }
  const given = resolved.items.map(({ index, coding }) => {
    const cell = reader.text(index, resolved.missing)
    if (cell === '') return null
    const answer = itemAnswer(cell, coding)
    if ('code' in answer) return answer.code
    const { unknown, ...expected } = answer
    reader.refuse(unknown, index, { value: cell, ...expected })
    return undefined
  })
  const known = given.filter((code) => code !== undefined)
  if (known.length < given.length || known.every((code) => code === null)) return null
  return { ...head, codes: canonicalAnswers(instrument, known, { order: entry.order, codes: codesName }), total: null }
}

/** A total as written, with a decimal point or comma, on the instrument's own range. */
function readyTotal(
  { instrument, total, missing }: ResolvedEntry,
  reader: RowReader,
  codes: string | undefined
): number | null {
  const cell = reader.text(total, missing)
  if (cell === '') return null
  if (!/^[-+]?(\d+([.,]\d*)?|[.,]\d+)$/.test(cell)) {
    reader.refuse('not-a-number', total, { value: cell })
    return null
  }
  try {
    return canonicalTotal(instrument, Number(cell.replace(',', '.')), { codes })
  } catch (error) {
    if (!(error instanceof ScoringError) || error.problem.code !== 'out-of-range') throw error
    reader.refuse('out-of-range', total, { value: cell, min: error.problem.min, max: error.problem.max })
    return null
  }
}
