import { sql } from 'kysely'
import { findInstrument } from '#lib/domain/instruments/index.ts'
import type { Instrument } from '#lib/domain/instruments/instrument.ts'
import { scoreSubmission } from '#lib/domain/scoring/scoreSubmission.ts'
import type { Wave } from '#lib/domain/wave.ts'
import type { InterpretedAnswers, InterpretedRow } from '#lib/reading/interpretedRow.ts'
import type { Problem } from '#lib/reading/problem.ts'
import type { CopyRows } from '../database/withStaging.ts'
import type { InOrganisation } from '../database/withOrganisation.ts'
import { copyLine } from './copyText.ts'
import { listedProblems } from './importResult.ts'

export interface Staged {
  rows: { read: number; kept: number; empty: number; used: number; setAside: number }
  /** The first problems found, in the order of the rows, and how many there are in all. */
  problems: Problem[]
  problemCount: number
}

/**
 * Scores every used row and copies it into the temporary table `staged`, which ends with the transaction: one line for
 * each submission, and one for each attribute (whose instrument is null). Memory stays flat however long the file is.
 */
export async function stageRows(
  transaction: InOrganisation,
  copyRows: CopyRows,
  rows: AsyncIterable<InterpretedRow>,
  {
    instruments,
    pseudonymOf
  }: { instruments: readonly Instrument[]; pseudonymOf: (row: InterpretedRow, wave: Wave | undefined) => string }
): Promise<Staged> {
  await sql`create temporary table staged (
    row_number integer, program text, cohort text, pseudonym uuid, instrument_id text, wave text,
    score double precision, subscores double precision[], definition_version integer, complete boolean,
    date date, answers smallint[], attribute text, value text) on commit drop`.execute(transaction)
  const staged: Staged = {
    rows: { read: 0, kept: 0, empty: 0, used: 0, setAside: 0 },
    problems: [],
    problemCount: 0
  }

  async function* lines(): AsyncGenerator<string> {
    for await (const row of rows) {
      count(staged, row)
      if (row.status !== 'used') continue
      const head = [row.row, row.program, row.cohort]
      const people = new Set<string>()
      for (const answers of row.answers) {
        const pseudonym = pseudonymOf(row, answers.wave)
        people.add(pseudonym)
        yield copyLine([...head, pseudonym, ...submissionValues(answers, row.date, instruments), null, null])
      }
      if (people.size === 0) people.add(pseudonymOf(row, undefined))
      for (const pseudonym of people) {
        for (const { name, value } of row.attributes) {
          yield copyLine([...head, pseudonym, null, null, null, null, null, null, null, null, name, value])
        }
      }
    }
  }

  await copyRows('copy staged from stdin', lines())
  await sql`analyze staged`.execute(transaction)
  return staged
}

function count(staged: Staged, row: InterpretedRow): void {
  staged.rows.read++
  if (row.status !== 'not-kept') staged.rows.kept++
  if (row.status === 'empty') staged.rows.empty++
  if (row.status === 'used') staged.rows.used++
  if (row.status === 'set-aside') staged.rows.setAside++
  staged.problemCount += row.problems.length
  for (const problem of row.problems) if (staged.problems.length < listedProblems) staged.problems.push(problem)
}

function submissionValues(answers: InterpretedAnswers, date: string | null, instruments: readonly Instrument[]) {
  const instrument = findInstrument(answers.instrument, instruments)
  if (!instrument) throw new Error(`No instrument "${answers.instrument}".`)
  const scored = answers.codes && scoreSubmission(instrument, answers.codes, { incomplete: answers.incomplete })
  return [
    instrument.id,
    answers.wave,
    scored ? scored.total : answers.total,
    scored ? instrument.subscales.map(({ id }) => scored.subscales[id] ?? null) : [],
    instrument.version,
    scored ? scored.complete : true,
    date,
    answers.codes
  ]
}
