import { sql } from 'kysely'
import type { InOrganisation } from '../database/withOrganisation.ts'

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
    select s.instrument_id as instrument, max(s.definition_version)::int as version, (v.place - 1)::int as scale,
      s.wave, v.score, count(*)::int as people
    from kith.current_submission s, unnest(array[s.score] || s.subscores) with ordinality as v(score, place)
    where s.org_id = ${orgId} and s.program_id = ${programId} and v.score is not null
    group by s.instrument_id, v.place, s.wave, v.score
    order by 1, 3, 4, 5`.execute(transaction)
  return rows
}
