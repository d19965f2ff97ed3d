/**
 * Something in a file that a person must know of. The text is made from `code` and `values` by the messages
 * (problem_<code>), so that it can stand in any language. `values` may quote the cell for the uploader's eyes;
 * they never reach a log.
 */
export interface Problem {
  code: ProblemCode
  /** The file's records as a spreadsheet shows them: the first header row is row 1. Null when about the whole file. */
  row: number | null
  /** The column's name as the mapping names it, null when about a whole row or file. */
  column: string | null
  values: Record<string, string | number>
}

export type ProblemCode =
  // about the file: nothing of it can be read
  | 'empty-file'
  | 'header-only'
  | 'not-a-table' // values: kind (png, pdf, zip ...)
  | 'nul-byte' // values: byte
  | 'too-many-columns' // values: columns, limit
  | 'record-too-long' // values: limit; also an unclosed quote
  | 'unclosed-quote' // the row is the one where the quote opens
  // about a row: it is set aside
  | 'ragged-row' // values: cells, expected
  | 'not-an-option' // values: value, options
  | 'not-a-number' // values: value
  | 'out-of-range' // values: value, min, max
  | 'no-participant'
  | 'duplicate-participant' // values: first (the row that counts)
  | 'unknown-wave' // values: value
  | 'unknown-program' // values: value
  | 'unknown-cohort' // values: value
  | 'unknown-arm' // values: value
  | 'not-a-date' // values: value, order
  // about the mapping: nothing can be imported until it is mended
  | 'missing-column' // values: name
  | 'ambiguous-column' // values: name, count
  | 'unknown-instrument' // values: instrument
  | 'order-not-declared' // values: instrument, orders
  | 'unknown-variant' // values: instrument, variant
  | 'wrong-item-count' // values: instrument, given, expected
  | 'no-wave'
  | 'instrument-twice' // values: instrument: two entries for one instrument and one wave
  | 'no-instruments'
  | 'no-program'
  // about what is there already: the row's answers are set aside, or the whole file is refused
  | 'already-answered' // another upload holds other answers of this person, wave and questionnaire
  | 'conflicting-attribute' // values: name; the first one counts
  | 'name-too-long' // values: limit; of a program or cohort
  | 'nothing-used' // no row of the file can be used
  | 'too-many-groups' // values: count, limit
  // worth knowing; nothing is refused for it
  | 'repeated-header' // values: name, count
  | 'ambiguous-dates'
  | 'unfinished-responses' // values: count
  | 'preview-responses' // values: count
  | 'nobody-paired'
  | 'nothing-recognised'
  | 'ragged-rows' // values: count; the row is the first of them
  | 'invalid-bytes' // values: encoding, count

/** Refuses a whole file. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}
