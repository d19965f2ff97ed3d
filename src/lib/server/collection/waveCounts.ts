import { sql } from 'kysely'
import type { InOrganisation } from '../database/withOrganisation.ts'
import { countedScores } from './countedScores.ts'

/** How many people have each score at each wave. `scale` is 0 for the total, else the subscale's place from 1. */
export interface WaveCount {
  instrument: string
  version: number
  scale: number
  wave: string
  score: number
  people: number
}

/** One line for each instrument, scale, wave and score of a program. */
export async function waveCounts(transaction: InOrganisation, orgId: string, programId: string): Promise<WaveCount[]> {
  const { rows } = await sql<WaveCount>`
    ${countedScores(orgId, programId)}
    select instrument_id as instrument, max(definition_version)::int as version, scale, wave, score,
      count(*)::int as people
    from scored
    group by instrument_id, scale, wave, score
    order by 1, 3, 4, 5`.execute(transaction)
  return rows
}
