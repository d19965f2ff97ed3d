import { recordAudit } from '../audit/recordAudit.ts'
import type { InOrganisation } from '../database/withOrganisation.ts'
import {
  type AnsweredInBoth,
  countAnsweredInBoth,
  countSubmissions,
  type Joining,
  moveAnswers
} from '../uploads/moveAnswers.ts'
import { listCohorts } from './cohorts.ts'
import { type JoinedCohort, joinedCohorts } from './joinedCohorts.ts'
import { lockOrganisation } from './lockOrganisation.ts'
import { findProgram, type Program } from './programs.ts'
import { publishAgain } from './publishAgain.ts'

/** What joining one program into another would do. */
export interface MergePreview {
  from: Program
  into: Program
  cohorts: JoinedCohort[]
  /** Sets of answers that move. */
  submissions: number
  /** Why it cannot be done, in people; all 0 where it can. */
  inTheWay: AnsweredInBoth
}

export type MergeResult =
  { outcome: 'merged'; into: string } | { outcome: 'refused'; inTheWay: AnsweredInBoth } | { outcome: 'not-found' }

/** What a merge would do; undefined where one of the programs is not there, or both are the same. */
export async function previewMerge(
  transaction: InOrganisation,
  orgId: string,
  { from, into }: Joining
): Promise<MergePreview | undefined> {
  const [going, staying] = [await findProgram(transaction, orgId, from), await findProgram(transaction, orgId, into)]
  if (!going || !staying || going.id === staying.id) return undefined
  return {
    from: going,
    into: staying,
    cohorts: joinedCohorts(await listCohorts(transaction, orgId, from), await listCohorts(transaction, orgId, into)),
    submissions: await countSubmissions(transaction, orgId, from),
    inTheWay: await countAnsweredInBoth(transaction, orgId, { from, into })
  }
}

/**
 * Makes one program of two: cohorts of one name become one, answers and attributes move, and the program that went leads
 * to the one that stayed, so that files which name it find it. Refused where a person would have two answers to one
 * question. All of it or nothing, in the caller's transaction, while no upload can be committed or undone.
 */
export async function mergePrograms(
  transaction: InOrganisation,
  orgId: string,
  joining: Joining,
  actor: string
): Promise<MergeResult> {
  await lockOrganisation(transaction, orgId)
  const preview = await previewMerge(transaction, orgId, joining)
  if (!preview) return { outcome: 'not-found' }
  const { inTheWay, cohorts, from, into } = preview
  if (inTheWay.people > 0 || inTheWay.describedDifferently > 0) return { outcome: 'refused', inTheWay }

  for (const cohort of cohorts) await placeCohort(transaction, orgId, into.id, cohort)
  await moveAnswers(transaction, orgId, joining)
  await transaction.deleteFrom('kith.cohort').where('org_id', '=', orgId).where('program_id', '=', from.id).execute()
  // Programs that were joined into this one before lead straight to where it goes.
  await transaction
    .updateTable('kith.program')
    .set({ merged_into: into.id, archived_at: null })
    .where('org_id', '=', orgId)
    .where(({ or, eb }) => or([eb('id', '=', from.id), eb('merged_into', '=', from.id)]))
    .execute()
  await publishAgain(transaction, orgId, [into.id])
  const object = `program:${from.id}>program:${into.id}`
  await recordAudit(transaction, orgId, { actor, action: 'program.merge', object })
  return { outcome: 'merged', into: into.id }
}

async function placeCohort(
  transaction: InOrganisation,
  orgId: string,
  programId: string,
  { into, name, startsOn, endsOn, registered }: JoinedCohort
): Promise<void> {
  const words = { name, starts_on: startsOn, ends_on: endsOn, registered }
  if (into === null) {
    await transaction
      .insertInto('kith.cohort')
      .values({ org_id: orgId, program_id: programId, ...words })
      .execute()
    return
  }
  await transaction
    .updateTable('kith.cohort')
    .set(words)
    .where('org_id', '=', orgId)
    .where('program_id', '=', programId)
    .where('id', '=', into)
    .execute()
}
