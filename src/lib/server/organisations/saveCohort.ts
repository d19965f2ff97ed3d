import { recordAudit } from '../audit/recordAudit.ts'
import type { InOrganisation } from '../database/withOrganisation.ts'
import { type CohortWords, findCohort } from './cohorts.ts'
import { lockOrganisation } from './lockOrganisation.ts'
import { findProgram } from './programs.ts'

export type SavedCohort = { outcome: 'saved' | 'name-taken' | 'not-found' }

/** Makes a cohort of a program (`id` null) or changes what is said of one. Names are unique within the program. */
export async function saveCohort(
  transaction: InOrganisation,
  orgId: string,
  { programId, id }: { programId: string; id: string | null },
  { name, startsOn, endsOn, registered }: CohortWords,
  actor: string
): Promise<SavedCohort> {
  await lockOrganisation(transaction, orgId)
  const known =
    id === null ? await findProgram(transaction, orgId, programId) : await findCohort(transaction, orgId, programId, id)
  if (!known) return { outcome: 'not-found' }
  const other = await transaction
    .selectFrom('kith.cohort')
    .select('id')
    .where('org_id', '=', orgId)
    .where('program_id', '=', programId)
    .where('name', '=', name)
    .executeTakeFirst()
  if (other && other.id !== id) return { outcome: 'name-taken' }
  const words = { name, starts_on: startsOn, ends_on: endsOn, registered }
  const saved =
    id === null
      ? await transaction
          .insertInto('kith.cohort')
          .values({ org_id: orgId, program_id: programId, ...words })
          .returning('id')
          .executeTakeFirstOrThrow()
      : await transaction
          .updateTable('kith.cohort')
          .set(words)
          .where('org_id', '=', orgId)
          .where('program_id', '=', programId)
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirstOrThrow()
  const action = id === null ? 'cohort.create' : 'cohort.update'
  await recordAudit(transaction, orgId, { actor, action, object: `cohort:${saved.id}` })
  return { outcome: 'saved' }
}
