import type { InOrganisation } from '../database/withOrganisation.ts'

export interface Program {
  id: string
  name: string
}

/** Programs by name: those that run, without what was archived or joined into another. */
export async function listPrograms(transaction: InOrganisation, orgId: string): Promise<Program[]> {
  return ownPrograms(transaction, orgId).where('archived_at', 'is', null).execute()
}

/** Archived programs by name; their figures stay. */
export async function listArchivedPrograms(transaction: InOrganisation, orgId: string): Promise<Program[]> {
  return ownPrograms(transaction, orgId).where('archived_at', 'is not', null).execute()
}

/** One program, archived or not, or undefined where this organisation has none of that id. */
export async function findProgram(
  transaction: InOrganisation,
  orgId: string,
  id: string
): Promise<Program | undefined> {
  if (!isId(id)) return undefined
  return ownPrograms(transaction, orgId).where('id', '=', id).executeTakeFirst()
}

/** Where the answers of a program went that was joined into another; undefined for every other id. */
export async function findJoinedProgram(
  transaction: InOrganisation,
  orgId: string,
  id: string
): Promise<string | undefined> {
  if (!isId(id)) return undefined
  const row = await transaction
    .selectFrom('kith.program')
    .select('merged_into')
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.merged_into ?? undefined
}

/**
 * The program of that name, or the one that a program of that name was joined into; made when neither exists and `create`
 * says so, else undefined. Whoever may create also brings an archived program back: answers arrive in it again.
 */
export async function programByName(
  transaction: InOrganisation,
  orgId: string,
  name: string,
  create: boolean
): Promise<Program | undefined> {
  const own = await ownPrograms(transaction, orgId).where('name', '=', name).executeTakeFirst()
  const found = own ?? (await joinedByName(transaction, orgId, name))
  if (!create) return found
  if (!found) {
    return transaction
      .insertInto('kith.program')
      .values({ org_id: orgId, name })
      .returning(['id', 'name'])
      .executeTakeFirstOrThrow()
  }
  await transaction
    .updateTable('kith.program')
    .set({ archived_at: null })
    .where('org_id', '=', orgId)
    .where('id', '=', found.id)
    .where('archived_at', 'is not', null)
    .execute()
  return found
}

/** The cohort of that name in a program; made when it does not exist and `create` says so, else undefined. */
export async function cohortByName(
  transaction: InOrganisation,
  orgId: string,
  programId: string,
  name: string,
  create: boolean
): Promise<{ id: string; name: string } | undefined> {
  const found = await transaction
    .selectFrom('kith.cohort')
    .select(['id', 'name'])
    .where('org_id', '=', orgId)
    .where('program_id', '=', programId)
    .where('name', '=', name)
    .executeTakeFirst()
  if (found || !create) return found
  return transaction
    .insertInto('kith.cohort')
    .values({ org_id: orgId, program_id: programId, name, registered: null })
    .returning(['id', 'name'])
    .executeTakeFirstOrThrow()
}

/** Whether a text can be an id of a table: others would be an error of the database, not an absence. */
export function isId(text: string): boolean {
  return /^\d{1,18}$/.test(text)
}

function ownPrograms(transaction: InOrganisation, orgId: string) {
  return transaction
    .selectFrom('kith.program')
    .select(['id', 'name'])
    .where('org_id', '=', orgId)
    .where('merged_into', 'is', null)
    .orderBy('name')
}

async function joinedByName(transaction: InOrganisation, orgId: string, name: string): Promise<Program | undefined> {
  return transaction
    .selectFrom('kith.program as joined')
    .innerJoin('kith.program as p', (on) =>
      on.onRef('p.org_id', '=', 'joined.org_id').onRef('p.id', '=', 'joined.merged_into')
    )
    .select(['p.id', 'p.name'])
    .where('joined.org_id', '=', orgId)
    .where('joined.name', '=', name)
    .orderBy('joined.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
