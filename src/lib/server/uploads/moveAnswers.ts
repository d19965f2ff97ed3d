import { sql } from 'kysely'
import type { InOrganisation } from '../database/withOrganisation.ts'

/** Two programs of one organisation: the one whose answers go, and the one that takes them in. */
export interface Joining {
  from: string
  into: string
}

export interface AnsweredInBoth {
  /** People who gave the same questionnaire at the same time in a cohort of the same name of both programs. */
  people: number
  /** People whose arm, band or attendance is another in the one cohort of that name than in the other. */
  describedDifferently: number
}

/** Who stands in the way of joining two programs: nobody may have two answers to one question. */
export async function countAnsweredInBoth(
  transaction: InOrganisation,
  orgId: string,
  { from, into }: Joining
): Promise<AnsweredInBoth> {
  const { rows } = await sql<AnsweredInBoth>`
    with same as (
      select f.id as from_cohort, t.id as into_cohort from kith.cohort f
      join kith.cohort t on t.org_id = f.org_id and t.program_id = ${into} and t.name = f.name
      where f.org_id = ${orgId} and f.program_id = ${from}
    )
    select
      (select count(distinct a.pseudonym) from same
        join kith.current_submission a
          on a.org_id = ${orgId} and a.program_id = ${from} and a.cohort_id = same.from_cohort
        join kith.current_submission b
          on b.org_id = ${orgId} and b.program_id = ${into} and b.cohort_id = same.into_cohort
          and b.pseudonym = a.pseudonym and b.wave = a.wave and b.instrument_id = a.instrument_id)::int as people,
      (select count(distinct a.pseudonym) from same
        join kith.current_attribute a
          on a.org_id = ${orgId} and a.program_id = ${from} and a.cohort_id = same.from_cohort
        join kith.current_attribute b
          on b.org_id = ${orgId} and b.program_id = ${into} and b.cohort_id = same.into_cohort
          and b.pseudonym = a.pseudonym and b.name = a.name and b.value <> a.value)::int as "describedDifferently"
  `.execute(transaction)
  return rows[0] ?? { people: 0, describedDifferently: 0 }
}

/** How many sets of answers a program holds: what a merge would move. */
export async function countSubmissions(transaction: InOrganisation, orgId: string, programId: string): Promise<number> {
  const { count } = await transaction
    .selectFrom('kith.current_submission')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('org_id', '=', orgId)
    .where('program_id', '=', programId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/**
 * Moves all answers and attributes of one program into the cohorts of the same names of another, which must exist. Each
 * row keeps its upload and its commit number, so that undo and corrections work as before. Rows are never changed: they
 * are written again under the other program, and the first ones deleted.
 */
export async function moveAnswers(transaction: InOrganisation, orgId: string, { from, into }: Joining): Promise<void> {
  const places = sql`
    join kith.cohort f on f.org_id = moved.org_id and f.program_id = moved.program_id and f.id = moved.cohort_id
    join kith.cohort t on t.org_id = moved.org_id and t.program_id = ${into} and t.name = f.name
    where moved.org_id = ${orgId} and moved.program_id = ${from}`
  await sql`insert into kith.submission (org_id, program_id, instrument_id, cohort_id, pseudonym, wave, commit_number,
      score, subscores, definition_version, complete, date, answers, upload_id)
    select moved.org_id, ${into}, instrument_id, t.id, pseudonym, wave, commit_number,
      score, subscores, definition_version, complete, date, answers, upload_id
    from kith.submission moved ${places}`.execute(transaction)
  // One upload may have said the same of a person in both programs: said once is enough.
  await sql`insert into kith.attribute (org_id, program_id, cohort_id, pseudonym, name, commit_number, value, upload_id)
    select moved.org_id, ${into}, t.id, pseudonym, moved.name, commit_number, value, upload_id
    from kith.attribute moved ${places}
    on conflict do nothing`.execute(transaction)
  for (const table of ['kith.submission', 'kith.attribute'] as const) {
    await transaction.deleteFrom(table).where('org_id', '=', orgId).where('program_id', '=', from).execute()
  }
}
