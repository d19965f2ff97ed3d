import type { Audience } from '#lib/domain/privacy/policy.ts'
import { type Release, releaseSchema } from '#lib/domain/privacy/release.ts'
import type { Released } from '#lib/domain/privacy/released.ts'
import type { InOrganisation } from '../database/withOrganisation.ts'

/**
 * The newest release of a node for an audience, checked again on the way out; undefined where nothing was published.
 * The one door from what is stored to what is shown.
 */
export async function readRelease(
  transaction: InOrganisation,
  { orgId, node, audience }: { orgId: string; node: string; audience: Audience }
): Promise<Released | undefined> {
  const row = await transaction
    .selectFrom('kith.release')
    .select('body')
    .where('org_id', '=', orgId)
    .where('node', '=', node)
    .where('audience', '=', audience)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && released(releaseSchema.parse(JSON.parse(row.body)))
}

/** What stands in the release table has passed the publisher: nothing else writes there. */
function released(release: Release): Released {
  return release as Release & Released
}
