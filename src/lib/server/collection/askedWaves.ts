import { sql } from 'kysely'
import type { InOrganisation } from '../database/withOrganisation.ts'

/** Whether any answers of *before*, and of a later wave, have arrived in an organisation: what a beginner still lacks. */
export async function askedWaves(
  transaction: InOrganisation,
  orgId: string
): Promise<{ before: boolean; after: boolean }> {
  const { rows } = await sql<{ before: boolean; after: boolean }>`
    select exists (select from kith.submission where org_id = ${orgId} and wave = 'before') as before,
      exists (select from kith.submission where org_id = ${orgId} and wave <> 'before') as after`.execute(transaction)
  return rows[0] ?? { before: false, after: false }
}
