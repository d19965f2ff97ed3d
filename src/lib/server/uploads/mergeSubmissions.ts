import { sql } from 'kysely'
import type { Problem } from '#lib/reading/problem.ts'
import type { InOrganisation } from '../database/withOrganisation.ts'

export interface Merged {
  added: number
  replaced: number
  unchanged: number
  /** Rows of the file of which nothing counts, because somebody's answers were there already. */
  rowsSetAside: number
  problems: Problem[]
  problemCount: number
}

export interface Merging {
  orgId: string
  uploadId: string
  commitNumber: string
  duplicates: 'first' | 'last' | 'refuse'
  /** The name of the participant's column, for the messages. */
  participantColumn: string | null
  problemLimit: number
}

/**
 * Brings the staged submissions into `submission`. Within the file the first (or last) row of a person, cohort, wave
 * and instrument counts; against earlier uploads, other answers replace what is there only where duplicates is `last`. `verdict` says what becomes of each staged line.
 */
export async function mergeSubmissions(transaction: InOrganisation, merging: Merging): Promise<Merged> {
  const { orgId, uploadId, duplicates } = merging
  const order = duplicates === 'last' ? sql`desc` : sql`asc`
  await sql`create temporary table verdict on commit drop as
    select s.*, p.program_id, p.cohort_id,
      first_value(s.row_number) over same_person as counted_row,
      case
        when s.row_number <> first_value(s.row_number) over same_person then 'duplicate'
        when earlier.commit_number is null then 'added'
        when earlier.score is not distinct from s.score and earlier.answers is not distinct from s.answers then 'unchanged'
        when ${duplicates} = 'last' then 'replaced'
        else 'already-answered'
      end as verdict
    from staged s
    join place p on p.program = s.program and p.cohort = s.cohort
    left join lateral (
      select commit_number, score, answers from kith.submission e
      where e.org_id = ${orgId} and e.program_id = p.program_id and e.instrument_id = s.instrument_id
        and e.cohort_id = p.cohort_id and e.pseudonym = s.pseudonym and e.wave = s.wave
      order by commit_number desc limit 1
    ) as earlier on true
    where s.instrument_id is not null
    window same_person as (
      partition by p.program_id, s.instrument_id, p.cohort_id, s.pseudonym, s.wave order by s.row_number ${order}
    )`.execute(transaction)
  await sql`analyze verdict`.execute(transaction)

  await sql`insert into kith.submission (org_id, program_id, instrument_id, cohort_id, pseudonym, wave, commit_number,
      score, subscores, definition_version, complete, date, answers, upload_id)
    select ${orgId}, program_id, instrument_id, cohort_id, pseudonym, wave, ${rank(merging)},
      score, subscores, definition_version, complete, date, answers, ${uploadId}
    from verdict where verdict <> 'duplicate'
    order by program_id, instrument_id, cohort_id, pseudonym, wave`.execute(transaction)

  return { ...(await counts(transaction)), ...(await listProblems(transaction, merging)) }
}

/**
 * Where an upload's rows stand among those of other uploads, of which the highest counts: corrections above all that was
 * there, other uploads below it. Every row is kept, also one that changes nothing now, so that the undo of any upload
 * leaves what the others say, in whatever order they came and went.
 */
export function rank({ duplicates, commitNumber }: Pick<Merging, 'duplicates' | 'commitNumber'>): string {
  return duplicates === 'last' ? commitNumber : `-${commitNumber}`
}

async function counts(transaction: InOrganisation) {
  const { rows } = await sql<{ added: number; replaced: number; unchanged: number; rowsSetAside: number }>`
    select
      (count(*) filter (where verdict = 'added'))::int as added,
      (count(*) filter (where verdict = 'replaced'))::int as replaced,
      (count(*) filter (where verdict = 'unchanged'))::int as unchanged,
      (select count(*) from (
        select row_number from verdict group by row_number
        having bool_and(verdict in ('duplicate', 'already-answered'))
      ) as lost)::int as "rowsSetAside"
    from verdict`.execute(transaction)
  return rows[0] ?? { added: 0, replaced: 0, unchanged: 0, rowsSetAside: 0 }
}

async function listProblems(
  transaction: InOrganisation,
  { participantColumn, problemLimit }: Merging
): Promise<{ problems: Problem[]; problemCount: number }> {
  const { rows } = await sql<{ row: number; first: number; verdict: string; total: number }>`
    select row_number as row, min(counted_row) as first, verdict, (count(*) over ())::int as total
    from verdict where verdict in ('duplicate', 'already-answered')
    group by row_number, verdict order by row_number limit ${problemLimit}`.execute(transaction)
  return {
    problemCount: rows[0]?.total ?? 0,
    problems: rows.map(({ row, first, verdict }): Problem =>
      verdict === 'duplicate'
        ? { code: 'duplicate-participant', row, column: participantColumn, values: { first } }
        : { code: 'already-answered', row, column: participantColumn, values: {} }
    )
  }
}
