import { requireMember } from '#lib/server/accounts/requireMember.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { listPrograms } from '#lib/server/organisations/programs.ts'
import { audienceOf } from '#lib/server/releases/audienceOf.ts'
import { programNode } from '#lib/server/releases/releaseNode.ts'
import { readRelease } from '#lib/server/releases/readRelease.ts'
import { runtime } from '#lib/server/runtime.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const orgId = event.params.organisation
  const { role } = await requireMember(event, orgId)
  return withOrganisation(runtime().databases.app, orgId, async (transaction) => {
    const programs = []
    for (const { id, name } of await listPrograms(transaction, orgId)) {
      const release = await readRelease(transaction, { orgId, node: programNode(id), audience: audienceOf(role) })
      programs.push({ id, name, release: release ?? null })
    }
    return { programs }
  })
}
