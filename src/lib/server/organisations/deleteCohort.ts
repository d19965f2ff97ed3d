import type { Kysely } from 'kysely'
import { recordAudit } from '../audit/recordAudit.ts'
import type { KithDatabase } from '../database/schema.ts'
import { withOrganisation } from '../database/withOrganisation.ts'
import { findCohort } from './cohorts.ts'
import { lockOrganisation } from './lockOrganisation.ts'

/** Removes a cohort made by mistake. One that has answers stays: the database itself refuses. */
export async function deleteCohort(
  db: Kysely<KithDatabase>,
  orgId: string,
  { programId, id }: { programId: string; id: string },
  actor: string
): Promise<{ outcome: 'deleted' | 'has-answers' | 'not-found' }> {
  try {
    return await withOrganisation(db, orgId, async (transaction) => {
      await lockOrganisation(transaction, orgId)
      if (!(await findCohort(transaction, orgId, programId, id))) return { outcome: 'not-found' }
      await transaction
        .deleteFrom('kith.cohort')
        .where('org_id', '=', orgId)
        .where('program_id', '=', programId)
        .where('id', '=', id)
        .execute()
      await recordAudit(transaction, orgId, { actor, action: 'cohort.delete', object: `cohort:${id}` })
      return { outcome: 'deleted' }
    })
  } catch (error) {
    if (isForeignKeyViolation(error)) return { outcome: 'has-answers' }
    throw error
  }
}

function isForeignKeyViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23503'
}
