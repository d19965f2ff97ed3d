import type { Wave } from '../domain/wave.ts'
import type { Problem } from './problem.ts'

/** What one record of a file says under a mapping. Still named by the raw identifier: the server makes it a pseudonym. */
export interface InterpretedRow {
  row: number
  /** not-kept: left out by `keep`. empty: no answer to anything mapped. set-aside: has problems, nothing of it is used. */
  status: 'not-kept' | 'empty' | 'set-aside' | 'used'
  /** Trimmed identifier; null where nobody is paired or a row is its own person. */
  participant: string | null
  /** The platform's own id of the response, where it has one: tells rows apart when nobody is paired. */
  responseId: string | null
  program: string | null
  cohort: string | null
  /** ISO date (yyyy-mm-dd) of the response, where a date column is mapped and filled. */
  date: string | null
  answers: InterpretedAnswers[]
  attributes: { name: string; value: string }[]
  problems: Problem[]
}

/** One instrument at one wave: codes on the instrument's own range in the instrument's own item order, or a ready-made total. */
export interface InterpretedAnswers {
  instrument: string
  wave: Wave
  codes: (number | null)[] | null
  total: number | null
  incomplete: 'instrument' | 'complete-case'
}
