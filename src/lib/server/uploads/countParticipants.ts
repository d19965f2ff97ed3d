import { sql } from 'kysely'
import type { InOrganisation } from '../database/withOrganisation.ts'

/**
 * How many people an import speaks of, and how many of them have a score of one of its questionnaires at another wave
 * too. Reads the temporary tables of the import, after its submissions were merged.
 */
export async function countParticipants(
  transaction: InOrganisation,
  orgId: string
): Promise<{ total: number; matchedToOtherWave: number }> {
  const { rows } = await sql<{ total: number; matchedToOtherWave: number }>`
    select
      (select count(distinct s.pseudonym) from staged s)::int as total,
      (select count(distinct v.pseudonym) from verdict v
        where (v.score is not null or array_remove(v.subscores, null) <> '{}') and exists (
          select from kith.submission o
          where o.org_id = ${orgId} and o.program_id = v.program_id and o.instrument_id = v.instrument_id
            and o.cohort_id = v.cohort_id and o.pseudonym = v.pseudonym and o.wave <> v.wave
            and (o.score is not null or array_remove(o.subscores, null) <> '{}')))::int
        as "matchedToOtherWave"`.execute(transaction)
  return rows[0] ?? { total: 0, matchedToOtherWave: 0 }
}
