import { sql } from 'kysely'
import type { Wave } from '#lib/domain/wave.ts'
import type { InOrganisation } from '../database/withOrganisation.ts'

/** One cell of the joint counts of one scale; null where that wave was not answered. */
export interface PairCount {
  instrument: string
  scale: number
  arm: string | null
  before: number | null
  after: number | null
  people: number
}

/**
 * Joint counts of a program between *before* and another wave. A person in two cohorts makes two pairs, one in each:
 * they took part twice.
 */
export async function pairCounts(
  transaction: InOrganisation,
  orgId: string,
  programId: string,
  to: Wave
): Promise<PairCount[]> {
  const { rows } = await sql<PairCount>`
    with scored as (
      select s.instrument_id, (v.place - 1)::int as scale, s.cohort_id, s.pseudonym, s.wave, v.score
      from kith.current_submission s, unnest(array[s.score] || s.subscores) with ordinality as v(score, place)
      where s.org_id = ${orgId} and s.program_id = ${programId} and v.score is not null
    ), arm as (
      select cohort_id, pseudonym, value from kith.current_attribute
      where org_id = ${orgId} and program_id = ${programId} and name = 'arm'
    )
    select instrument_id as instrument, scale, arm.value as arm, f.score as before, t.score as after,
      count(*)::int as people
    from (select * from scored where wave = 'before') as f
    full join (select * from scored where wave = ${to}) as t using (instrument_id, scale, cohort_id, pseudonym)
    left join arm using (cohort_id, pseudonym)
    group by 1, 2, 3, 4, 5
    order by 1, 2, 3, 4, 5`.execute(transaction)
  return rows
}
