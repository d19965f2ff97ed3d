import { createHash } from 'node:crypto'
import type { Instrument } from '#lib/domain/instruments/instrument.ts'
import { canonicalJson } from '#lib/domain/privacy/canonicalJson.ts'
import type { Policy } from '#lib/domain/privacy/policy.ts'
import { programOutcomes } from '#lib/domain/privacy/programOutcomes.ts'
import { type Release, releaseSchema } from '#lib/domain/privacy/release.ts'
import { collectProgram } from '../collection/collectProgram.ts'
import type { InOrganisation } from '../database/withOrganisation.ts'
import { findProgram } from '../organisations/programs.ts'
import { programNode } from './releaseNode.ts'

/**
 * Publishes the programs of one organisation anew, in the caller's transaction, so that answers and figures change
 * together. A program whose figures are what they were keeps its version: the same inputs give the same bytes.
 * Returns the version of each program by its id.
 */
export async function publishPrograms(
  transaction: InOrganisation,
  orgId: string,
  programIds: readonly string[],
  { instruments, policy, today }: { instruments: readonly Instrument[]; policy: Policy; today: string }
): Promise<Record<string, number>> {
  const versions: Record<string, number> = {}
  for (const id of programIds) {
    const program = await findProgram(transaction, orgId, id)
    if (!program) continue
    const collected = await collectProgram(transaction, orgId, program, instruments)
    const content: Content = {
      schema: 1,
      audience: policy.audience,
      node: { kind: 'program', id, name: program.name },
      coverage: { peopleCoveredPercent: null, moreAnswersArriving: false, correctionPending: false },
      outcomes: programOutcomes(collected, instruments, policy)
    }
    versions[id] = await insertVersion(transaction, orgId, programNode(id), content, today)
  }
  return versions
}

type Content = Omit<Release, 'version' | 'publishedOn'>

async function insertVersion(
  transaction: InOrganisation,
  orgId: string,
  node: string,
  content: Content,
  publishedOn: string
): Promise<number> {
  const newest = await transaction
    .selectFrom('kith.release')
    .select(['version', 'body'])
    .where('org_id', '=', orgId)
    .where('node', '=', node)
    .where('audience', '=', content.audience)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest) {
    // One of another shape, which an earlier Kith wrote, cannot be the same.
    const kept = releaseSchema.safeParse(JSON.parse(newest.body)).data
    const { version } = newest
    if (kept && newest.body === canonicalJson({ ...content, version, publishedOn: kept.publishedOn })) return version
  }
  const version = (newest?.version ?? 0) + 1
  const body = canonicalJson(releaseSchema.parse({ ...content, version, publishedOn }))
  await transaction
    .insertInto('kith.release')
    .values({
      org_id: orgId,
      node,
      audience: content.audience,
      version,
      body,
      sha256: createHash('sha256').update(body).digest('hex')
    })
    .execute()
  return version
}
