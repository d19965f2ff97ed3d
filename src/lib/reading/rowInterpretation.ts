import type { Wave } from '../domain/wave.ts'
import { isoDate } from './dates.ts'
import { entryAnswers } from './entryAnswers.ts'
import type { InterpretedRow } from './interpretedRow.ts'
import type { Problem } from './problem.ts'
import { isRagged } from './raggedRow.ts'
import type { FileRecord } from './records.ts'
import { type Choice, type ResolvedMapping, valueKey } from './resolvedMapping.ts'
import { rowAttributes } from './rowAttributes.ts'

/** Cells of one row by column, and where its problems gather. */
export interface RowReader {
  /** Trimmed; empty for a column that is not there and for a sign of "no answer". */
  text(index: number | null, missing?: ReadonlySet<string>): string
  refuse(code: Problem['code'], index: number | null, values: Problem['values']): void
}

/** What one record says. `names` are the columns' names, for the problems. */
export function rowInterpretation(
  record: FileRecord,
  mapping: ResolvedMapping,
  names: readonly string[]
): InterpretedRow {
  const { row, cells } = record
  const problems: Problem[] = []
  const reader: RowReader = {
    text(index, missing = mapping.missing) {
      const text = index === null ? '' : (cells[index] ?? '').trim()
      return missing.has(text) ? '' : text
    },
    refuse(code, index, values) {
      problems.push({ code, row, column: index === null ? null : (names[index] ?? null), values })
    }
  }
  const blank: InterpretedRow = {
    row,
    status: 'empty',
    participant: null,
    responseId: reader.text(mapping.responseId) || null,
    program: null,
    cohort: null,
    date: null,
    answers: [],
    attributes: [],
    problems
  }
  if (isRagged(cells, mapping.width)) {
    reader.refuse('ragged-row', null, { cells: cells.length, expected: mapping.width })
    return { ...blank, status: 'set-aside' }
  }
  // Here a cell counts as it stands: "NA" may be a value to keep.
  const none = new Set<string>()
  if (mapping.keep.some(({ index, accepted }) => !accepted.has(valueKey(reader.text(index, none)))))
    return { ...blank, status: 'not-kept' }
  const answered = mapping.entries.flatMap((entry) => entryAnswers(entry, reader) ?? [])
  const attributes = rowAttributes(mapping, reader)
  if (answered.length === 0 && attributes.length === 0 && problems.length === 0) return blank
  const wave = answered.some((answers) => answers.wave === null) ? rowWave(mapping, reader) : null
  const filled: InterpretedRow = {
    ...blank,
    participant: rowParticipant(mapping, reader),
    program: rowChoice(mapping.program, 'unknown-program', reader),
    cohort: rowChoice(mapping.cohort, 'unknown-cohort', reader),
    date: rowDate(mapping, reader),
    answers: answered.flatMap((answers) => {
      const own = answers.wave ?? wave
      return own === null ? [] : [{ ...answers, wave: own }]
    }),
    attributes
  }
  if (problems.length === 0) return { ...filled, status: 'used' }
  return { ...filled, status: 'set-aside', answers: [], attributes: [] }
}

function rowParticipant({ participant }: ResolvedMapping, reader: RowReader): string | null {
  if (participant === null) return null
  const text = reader.text(participant)
  if (text === '') reader.refuse('no-participant', participant, {})
  return text || null
}

function rowWave({ wave }: ResolvedMapping, reader: RowReader): Wave | null {
  if (wave === null || 'fixed' in wave) return wave?.fixed ?? null
  const text = reader.text(wave.index)
  const found = wave.values.get(valueKey(text))
  if (!found) reader.refuse('unknown-wave', wave.index, { value: text })
  return found ?? null
}

function rowChoice(
  choice: Choice | null,
  code: 'unknown-program' | 'unknown-cohort',
  reader: RowReader
): string | null {
  if (choice === null || 'fixed' in choice) return choice?.fixed ?? null
  const text = reader.text(choice.index)
  const found = choice.values ? choice.values.get(valueKey(text)) : text || undefined
  if (!found) reader.refuse(code, choice.index, { value: text })
  return found ?? null
}

function rowDate({ date }: ResolvedMapping, reader: RowReader): string | null {
  const text = date ? reader.text(date.index) : ''
  if (!date || text === '') return null
  const found = isoDate(text, date.order)
  if (!found) reader.refuse('not-a-date', date.index, { value: text, order: date.order })
  return found
}
