import type { InOrganisation } from '../database/withOrganisation.ts'
import { isId } from './programs.ts'

/** What its team says of a cohort. */
export interface CohortWords {
  name: string
  /** ISO dates; null where nobody gave one. */
  startsOn: string | null
  endsOn: string | null
  /** How many people signed up; null where nobody counted. */
  registered: number | null
}

export interface Cohort extends CohortWords {
  id: string
}

/** The cohorts of a program, the earliest first, those without a date last. */
export async function listCohorts(transaction: InOrganisation, orgId: string, programId: string): Promise<Cohort[]> {
  return cohorts(transaction, orgId, programId)
    .orderBy('starts_on', (order) => order.asc().nullsLast())
    .orderBy('name')
    .execute()
}

/** One cohort of a program, or undefined where the program has none of that id. */
export async function findCohort(
  transaction: InOrganisation,
  orgId: string,
  programId: string,
  id: string
): Promise<Cohort | undefined> {
  if (!isId(programId) || !isId(id)) return undefined
  return cohorts(transaction, orgId, programId).where('id', '=', id).executeTakeFirst()
}

function cohorts(transaction: InOrganisation, orgId: string, programId: string) {
  return transaction
    .selectFrom('kith.cohort')
    .select(['id', 'name', 'starts_on as startsOn', 'ends_on as endsOn', 'registered'])
    .where('org_id', '=', orgId)
    .where('program_id', '=', programId)
}
