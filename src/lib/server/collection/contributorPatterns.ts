import { sql } from 'kysely'
import type { ContributorPattern } from '#lib/domain/privacy/contributors.ts'
import type { InOrganisation } from '../database/withOrganisation.ts'
import { countedScores } from './countedScores.ts'

/**
 * Distinct people of a program by the figures that they stand behind (named by `pairFigure` and
 * `waveFigure`).
 */
export async function contributorPatterns(
  transaction: InOrganisation,
  orgId: string,
  programId: string
): Promise<ContributorPattern[]> {
  const { rows } = await sql<{ figures: string[]; people: number }>`
    ${countedScores(orgId, programId)}, pair as (
      select f.instrument_id, f.scale, t.wave, f.pseudonym, coalesce(arm.value, 'none') as arm
      from scored f
      join scored t using (instrument_id, scale, pseudonym)
      left join arm using (pseudonym)
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
