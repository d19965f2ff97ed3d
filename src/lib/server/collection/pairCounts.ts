import { sql } from 'kysely'
import type { Wave } from '#lib/domain/wave.ts'
import type { InOrganisation } from '../database/withOrganisation.ts'
import { countedScores } from './countedScores.ts'

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
 * Joint counts of a program between *before* and another wave: people, each of them once.
 */
export async function pairCounts(
  transaction: InOrganisation,
  orgId: string,
  programId: string,
  to: Wave
): Promise<PairCount[]> {
  const { rows } = await sql<PairCount>`
    ${countedScores(orgId, programId)}
    select instrument_id as instrument, scale, arm.value as arm, f.score as before, t.score as after,
      count(*)::int as people
    from (select * from scored where wave = 'before') as f
    full join (select * from scored where wave = ${to}) as t using (instrument_id, scale, pseudonym)
    left join arm using (pseudonym)
    group by 1, 2, 3, 4, 5
    order by 1, 2, 3, 4, 5`.execute(transaction)
  return rows
}
