import type { InOrganisation } from '../database/withOrganisation.ts'
import { type ProgramKind, programKind } from './programKind.ts'
import { isId } from './programs.ts'

/** What its team says of a program. Texts that nobody gave are empty. */
export interface ProgramWords {
  name: string
  kind: ProgramKind | null
  /** Who it is for: "people aged 60 and over". */
  people: string
  description: string
}

export interface ProgramDetails extends ProgramWords {
  id: string
  archived: boolean
}

/** All that is said of one program, or undefined where this organisation has none of that id. */
export async function findProgramDetails(
  transaction: InOrganisation,
  orgId: string,
  id: string
): Promise<ProgramDetails | undefined> {
  if (!isId(id)) return undefined
  const row = await transaction
    .selectFrom('kith.program')
    .select(['id', 'name', 'kind', 'people', 'description', 'archived_at'])
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      name: row.name,
      kind: programKind(row.kind),
      people: row.people,
      description: row.description,
      archived: row.archived_at !== null
    }
  )
}
