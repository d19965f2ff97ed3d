import { requireMember } from '#lib/server/accounts/requireMember.ts'
import { askedWaves } from '#lib/server/collection/askedWaves.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { listArchivedPrograms, listPrograms } from '#lib/server/organisations/programs.ts'
import { audienceOf } from '#lib/server/releases/audienceOf.ts'
import { programNode } from '#lib/server/releases/releaseNode.ts'
import { readRelease } from '#lib/server/releases/readRelease.ts'
import { runtime } from '#lib/server/runtime.ts'
import type { PageServerLoad } from './$types'

// A list of links works without a script, so none is sent.
export const csr = false

export const load: PageServerLoad = async (event) => {
  const orgId = event.params.organisation
  const { role } = await requireMember(event, orgId)
  return withOrganisation(runtime().databases.app, orgId, async (transaction) => {
    const programs = []
    for (const { id, name } of await listPrograms(transaction, orgId)) {
      const release = await readRelease(transaction, { orgId, node: programNode(id), audience: audienceOf(role) })
      programs.push({ id, name, release: release ?? null })
    }
    const archived = await listArchivedPrograms(transaction, orgId)
    // Until the first figures are out the page says what is missing; whoever archives has had some.
    const hasFigures =
      archived.length > 0 || programs.some(({ release }) => release?.outcomes.some(({ pairs }) => pairs.length > 0))
    const onTheWay = hasFigures || role === 'viewer' ? null : await askedWaves(transaction, orgId)
    return { programs, archived, onTheWay }
  })
}
