import { error, redirect } from '@sveltejs/kit'
import * as m from '#lib/messages/generated/messages.js'
import type { InOrganisation } from '#lib/server/database/withOrganisation.ts'
import { findProgramDetails, type ProgramDetails } from '#lib/server/organisations/programDetails.ts'
import { findJoinedProgram } from '#lib/server/organisations/programs.ts'

/** The program that an address names, or 404; the address of one that was joined into another leads to that one. */
export async function ownProgram(
  transaction: InOrganisation,
  { params }: { params: { organisation: string; program: string } }
): Promise<ProgramDetails> {
  const program = await findProgramDetails(transaction, params.organisation, params.program)
  if (program) return program
  const joined = await findJoinedProgram(transaction, params.organisation, params.program)
  if (joined === undefined) error(404, m.accounts_page_not_found())
  redirect(303, `/o/${params.organisation}/programs/${joined}?joined`)
}
