import { type RawBuilder, sql } from 'kysely'

/**
 * The scores that count in a program, as the start of a query: `with scored as (...), arm as (...)`. `scale` is 0 for
 * the total, else the subscale's place from 1.
 *
 * A person stands behind every figure once: who took part in several cohorts counts by the one in which they answered
 * most (the latest of these). With two pairs of one person in a figure, taking two figures of the same people from each
 * other would leave that one person's answers.
 */
export function countedScores(orgId: string, programId: string): RawBuilder<unknown> {
  return sql`with current as materialized (
      select * from kith.current_submission where org_id = ${orgId} and program_id = ${programId}
    ), counted as (
      select distinct on (pseudonym) pseudonym, cohort_id
      from (select pseudonym, cohort_id, count(*) as answered from current group by 1, 2) as enrolment
      order by pseudonym, answered desc, cohort_id desc
    ), scored as (
      select s.instrument_id, s.definition_version, (v.place - 1)::int as scale, s.pseudonym, s.wave, v.score
      from current s
      join counted using (pseudonym, cohort_id), unnest(array[s.score] || s.subscores) with ordinality as v(score, place)
      where v.score is not null
    ), arm as (
      select pseudonym, value from kith.current_attribute join counted using (pseudonym, cohort_id)
      where org_id = ${orgId} and program_id = ${programId} and name = 'arm'
    )`
}
