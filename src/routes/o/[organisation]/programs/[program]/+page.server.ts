import { error } from '@sveltejs/kit'
import { policy } from '#lib/domain/privacy/policy.ts'
import * as m from '#lib/messages/generated/messages.js'
import { requireMember } from '#lib/server/accounts/requireMember.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { findProgram } from '#lib/server/organisations/programs.ts'
import { audienceOf } from '#lib/server/releases/audienceOf.ts'
import { programNode } from '#lib/server/releases/releaseNode.ts'
import { readRelease } from '#lib/server/releases/readRelease.ts'
import { runtime } from '#lib/server/runtime.ts'
import { measureMethods } from '#lib/server/releases/measureMethods.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const orgId = event.params.organisation
  const { role } = await requireMember(event, orgId)
  const audience = audienceOf(role)
  return withOrganisation(runtime().databases.app, orgId, async (transaction) => {
    const program = await findProgram(transaction, orgId, event.params.program)
    if (!program) error(404, m.accounts_page_not_found())
    const release = await readRelease(transaction, { orgId, node: programNode(program.id), audience })
    return {
      audience,
      fewestPeople: policy(audience).threshold,
      program,
      release: release ?? null,
      methods: await measureMethods(transaction, orgId, release)
    }
  })
}
