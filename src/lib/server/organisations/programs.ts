import type { InOrganisation } from '../database/withOrganisation.ts'

export interface Program {
  id: string
  name: string
}

/** Programs by name. */
export async function listPrograms(transaction: InOrganisation, orgId: string): Promise<Program[]> {
  return transaction
    .selectFrom('kith.program')
    .select(['id', 'name'])
    .where('org_id', '=', orgId)
    .orderBy('name')
    .execute()
}

/** One program, or undefined where this organisation has none of that id. */
export async function findProgram(
  transaction: InOrganisation,
  orgId: string,
  id: string
): Promise<Program | undefined> {
  if (!/^\d{1,18}$/.test(id)) return undefined
  return transaction
    .selectFrom('kith.program')
    .select(['id', 'name'])
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The program of that name; made when it does not exist and `create` says so, else undefined. */
export async function programByName(
  transaction: InOrganisation,
  orgId: string,
  name: string,
  create: boolean
): Promise<Program | undefined> {
  const found = await transaction
    .selectFrom('kith.program')
    .select(['id', 'name'])
    .where('org_id', '=', orgId)
    .where('name', '=', name)
    .executeTakeFirst()
  if (found || !create) return found
  return transaction
    .insertInto('kith.program')
    .values({ org_id: orgId, name })
    .returning(['id', 'name'])
    .executeTakeFirstOrThrow()
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
