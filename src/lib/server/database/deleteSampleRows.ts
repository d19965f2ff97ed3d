import { sql } from 'kysely'
import type { InOrganisation } from './withOrganisation.ts'

/** What the app may delete by itself, in an order that no foreign key minds. */
const tables = [
  'kith.submission',
  'kith.attribute',
  'kith.upload',
  'kith.cohort',
  'kith.program',
  'kith.band',
  'kith.dimension',
  'kith.membership'
] as const

/**
 * Deletes all rows of a sample organisation but two kinds: its own row, and its audit, which nobody can delete. Its
 * releases and measures go through `kith.delete_sample_figures`, which does nothing to any other organisation.
 */
export async function deleteSampleRows(transaction: InOrganisation, orgId: string): Promise<void> {
  for (const table of tables) await transaction.deleteFrom(table).where('org_id', '=', orgId).execute()
  await sql`select kith.delete_sample_figures()`.execute(transaction)
}
