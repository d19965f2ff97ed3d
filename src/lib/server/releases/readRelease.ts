import type { Audience } from '#lib/domain/privacy/policy.ts'
import { type Release, releaseSchema } from '#lib/domain/privacy/release.ts'
import type { Released } from '#lib/domain/privacy/released.ts'
import type { InOrganisation } from '../database/withOrganisation.ts'

interface Kept {
  orgId: string
  node: string
  audience: Audience
}

/**
 * The newest release of a node for an audience, checked again on the way out; undefined where nothing was published, or
 * where an earlier version of Kith wrote it in another shape (the next start publishes it anew).
 * The one door from what is stored to what is shown.
 */
export async function readRelease(transaction: InOrganisation, kept: Kept): Promise<Released | undefined> {
  const body = await newestBody(transaction, kept)
  const checked = body === undefined ? undefined : releaseSchema.safeParse(JSON.parse(body))
  return checked?.data && released(checked.data)
}

/** True where anything was published, in whatever shape. */
export async function hasRelease(transaction: InOrganisation, kept: Kept): Promise<boolean> {
  return (await newestBody(transaction, kept)) !== undefined
}

async function newestBody(transaction: InOrganisation, { orgId, node, audience }: Kept): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('kith.release')
    .select('body')
    .where('org_id', '=', orgId)
    .where('node', '=', node)
    .where('audience', '=', audience)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.body
}

/** What stands in the release table has passed the publisher: nothing else writes there. */
function released(release: Release): Released {
  return release as Release & Released
}
