import { sql } from 'kysely'
import type { Problem } from '#lib/reading/problem.ts'
import type { InOrganisation } from '../database/withOrganisation.ts'
import { cohortByName, programByName } from '../organisations/programs.ts'

/** More groups than this in one file is a sign that the column holds something else than programs or cohorts. */
const groupLimit = 200

const nameLimit = 200

export interface Placed {
  /** The programs that the file speaks of. */
  programIds: string[]
  /** Why nothing can be imported; empty when all is well. */
  problems: Problem[]
}

/**
 * Finds (or, where `create` says so, makes) the program and cohort that each staged line names, in the temporary
 * table `place`.
 */
export async function placeRows(transaction: InOrganisation, orgId: string, create: boolean): Promise<Placed> {
  const { rows: groups } = await sql<{ program: string | null; cohort: string | null; row: number }>`
    select program, cohort, min(row_number) as row from staged
    group by program, cohort order by 3 limit ${groupLimit + 1}`.execute(transaction)
  if (groups.length > groupLimit) {
    return refused({ code: 'too-many-groups', row: null, column: null, values: { limit: groupLimit } })
  }
  await sql`create temporary table place (program text, cohort text, program_id bigint, cohort_id bigint)
    on commit drop`.execute(transaction)

  const programIds = new Set<string>()
  const problems: Problem[] = []
  for (const { program, cohort, row } of groups) {
    if (program === null || cohort === null) {
      problems.push({ code: 'no-program', row, column: null, values: {} })
      continue
    }
    if (program.length > nameLimit || cohort.length > nameLimit) {
      problems.push({ code: 'name-too-long', row, column: null, values: { limit: nameLimit } })
      continue
    }
    const foundProgram = await programByName(transaction, orgId, program, create)
    const foundCohort = foundProgram && (await cohortByName(transaction, orgId, foundProgram.id, cohort, create))
    if (!foundProgram || !foundCohort) {
      const missing = foundProgram ? `${program}: ${cohort}` : program
      problems.push({ code: 'unknown-program', row, column: null, values: { value: missing } })
      continue
    }
    programIds.add(foundProgram.id)
    await sql`insert into place values (${program}, ${cohort}, ${foundProgram.id}, ${foundCohort.id})`.execute(
      transaction
    )
  }
  return { programIds: [...programIds], problems }
}

function refused(problem: Problem): Placed {
  return { programIds: [], problems: [problem] }
}
