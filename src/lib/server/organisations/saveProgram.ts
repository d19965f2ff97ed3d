import { recordAudit } from '../audit/recordAudit.ts'
import type { InOrganisation } from '../database/withOrganisation.ts'
import { lockOrganisation } from './lockOrganisation.ts'
import type { ProgramWords } from './programDetails.ts'
import { findProgram, isId } from './programs.ts'
import { programNode } from '../releases/releaseNode.ts'
import { publishAgain } from './publishAgain.ts'

export type SavedProgram = { outcome: 'saved'; id: string } | { outcome: 'name-taken' } | { outcome: 'not-found' }

/** Makes a program. Two programs of one organisation never have the same name. */
export async function createProgram(
  transaction: InOrganisation,
  orgId: string,
  words: ProgramWords,
  actor: string
): Promise<SavedProgram> {
  await lockOrganisation(transaction, orgId)
  if (await isTaken(transaction, orgId, words.name)) return { outcome: 'name-taken' }
  const { id } = await transaction
    .insertInto('kith.program')
    .values({ org_id: orgId, ...words })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordAudit(transaction, orgId, { actor, action: 'program.create', object: `program:${id}` })
  return { outcome: 'saved', id }
}

/** Changes what is said of a program; its figures are published under the new name. */
export async function updateProgram(
  transaction: InOrganisation,
  orgId: string,
  id: string,
  words: ProgramWords,
  actor: string
): Promise<SavedProgram> {
  await lockOrganisation(transaction, orgId)
  const program = await findProgram(transaction, orgId, id)
  if (!program) return { outcome: 'not-found' }
  if (await isTaken(transaction, orgId, words.name, id)) return { outcome: 'name-taken' }
  await transaction
    .updateTable('kith.program')
    .set({ ...words })
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .execute()
  if (program.name !== words.name) await publishWhereAnswered(transaction, orgId, id)
  await recordAudit(transaction, orgId, { actor, action: 'program.update', object: `program:${id}` })
  return { outcome: 'saved', id }
}

/**
 * Takes a program out of the lists, or puts it back; its answers and its figures stay either way. What could not be
 * published while it was away is published when it returns.
 */
export async function archiveProgram(
  transaction: InOrganisation,
  orgId: string,
  id: string,
  archived: boolean,
  actor: string
): Promise<SavedProgram> {
  if (!isId(id)) return { outcome: 'not-found' }
  await lockOrganisation(transaction, orgId)
  const changed = await transaction
    .updateTable('kith.program')
    .set({ archived_at: archived ? new Date() : null })
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return { outcome: 'not-found' }
  if (!archived) await publishWhereAnswered(transaction, orgId, id)
  const action = archived ? 'program.archive' : 'program.restore'
  await recordAudit(transaction, orgId, { actor, action, object: `program:${id}` })
  return { outcome: 'saved', id }
}

async function isTaken(transaction: InOrganisation, orgId: string, name: string, own = '0'): Promise<boolean> {
  const other = await transaction
    .selectFrom('kith.program')
    .select('id')
    .where('org_id', '=', orgId)
    .where('name', '=', name)
    .where('merged_into', 'is', null)
    .where('id', '<>', own)
    .executeTakeFirst()
  return other !== undefined
}

/** A program without answers has no release yet, and saying something of it makes none. */
async function publishWhereAnswered(transaction: InOrganisation, orgId: string, id: string): Promise<void> {
  const release = await transaction
    .selectFrom('kith.release')
    .select('version')
    .where('org_id', '=', orgId)
    .where('node', '=', programNode(id))
    .limit(1)
    .executeTakeFirst()
  if (release) await publishAgain(transaction, orgId, [id])
}
