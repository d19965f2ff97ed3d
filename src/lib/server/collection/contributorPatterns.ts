import { sql } from 'kysely'
import type { ContributorPattern } from '#lib/domain/privacy/contributors.ts'
import type { InOrganisation } from '../database/withOrganisation.ts'

/**
 * Distinct people of a program by the figures that they stand behind (named by `pairFigure` and
 * `waveFigure`). A person in two cohorts counts once.
 */
export async function contributorPatterns(
  transaction: InOrganisation,
  orgId: string,
  programId: string
): Promise<ContributorPattern[]> {
  const { rows } = await sql<{ figures: string[]; people: number }>`
    with scored as (
      select s.instrument_id, (v.place - 1)::int as scale, s.cohort_id, s.pseudonym, s.wave
      from kith.current_submission s, unnest(array[s.score] || s.subscores) with ordinality as v(score, place)
      where s.org_id = ${orgId} and s.program_id = ${programId} and v.score is not null
    ), arm as (
      select cohort_id, pseudonym, value from kith.current_attribute
      where org_id = ${orgId} and program_id = ${programId} and name = 'arm'
    ), pair as (
      select f.instrument_id, f.scale, t.wave, f.pseudonym, coalesce(arm.value, 'none') as arm
      from scored f
      join scored t using (instrument_id, scale, cohort_id, pseudonym)
      left join arm using (cohort_id, pseudonym)
      where f.wave = 'before' and t.wave <> 'before'
    ), figure as (
      select pseudonym, concat_ws('|', instrument_id, scale, wave) as name from scored
      union select pseudonym, concat_ws('|', instrument_id, scale, wave, 'all') from pair
      union select pseudonym, concat_ws('|', instrument_id, scale, wave, arm) from pair
    )
    select figures, count(*)::int as people
    from (select array_agg(name order by name) as figures from figure group by pseudonym) as person
    group by figures
    order by figures`.execute(transaction)
  return rows
}
