import type { Kysely } from 'kysely'
import { catalogue } from '#lib/domain/instruments/index.ts'
import { policy } from '#lib/domain/privacy/policy.ts'
import type { KithDatabase } from '../database/schema.ts'
import { withOrganisation } from '../database/withOrganisation.ts'
import { lockOrganisation } from '../organisations/lockOrganisation.ts'
import { listMeasures } from '../organisations/measures.ts'
import { listPrograms } from '../organisations/programs.ts'
import { publishPrograms } from './publishPrograms.ts'
import { hasRelease, readRelease } from './readRelease.ts'
import { programNode } from './releaseNode.ts'

/**
 * Publishes anew those programs of an organisation whose newest release has a shape that this version of Kith does not
 * read (an earlier one wrote it), so that no page stands empty after an update. Returns how many there were.
 */
export async function republishOutdated(app: Kysely<KithDatabase>, orgId: string, today: string): Promise<number> {
  return withOrganisation(app, orgId, async (transaction) => {
    const outdated: string[] = []
    for (const { id } of await listPrograms(transaction, orgId)) {
      const kept = { orgId, node: programNode(id), audience: 'team' as const }
      if ((await hasRelease(transaction, kept)) && !(await readRelease(transaction, kept))) outdated.push(id)
    }
    if (outdated.length === 0) return 0
    await lockOrganisation(transaction, orgId)
    const instruments = [...catalogue, ...(await listMeasures(transaction, orgId))]
    await publishPrograms(transaction, orgId, outdated, { instruments, policy: policy('team'), today })
    return outdated.length
  })
}
