import { createHash } from 'node:crypto'
import type { InOrganisation } from '../database/withOrganisation.ts'

/** Who did what to which object. Never an answer, never an identifier of a participant. */
export interface AuditEntry {
  /** A user's id, or `command-line`. */
  actor: string
  action:
    | 'upload.commit'
    | 'upload.undo'
    | `program.${'create' | 'update' | 'merge' | 'archive' | 'restore'}`
    | `cohort.${'create' | 'update' | 'delete'}`
    | `dimension.${'create' | 'update' | 'delete'}`
    | `organisation.${'create' | 'rename' | 'delete'}`
    | 'release.publish'
  object: string
}

/**
 * Appends to the organisation's audit log. Each entry's hash covers the one before, so a changed or missing entry
 * breaks the chain. The organisation's row must be locked by the caller (`lockOrganisation`), so that two entries
 * never follow the same one.
 */
export async function recordAudit(transaction: InOrganisation, orgId: string, entry: AuditEntry): Promise<void> {
  const last = await transaction
    .selectFrom('kith.audit')
    .select(['seq', 'hash'])
    .where('org_id', '=', orgId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const at = new Date()
  const seq = String(BigInt(last?.seq ?? 0) + 1n)
  const prev = last?.hash ?? ''
  const hash = createHash('sha256')
    .update(JSON.stringify([prev, orgId, seq, at.toISOString(), entry.actor, entry.action, entry.object]))
    .digest('hex')
  await transaction
    .insertInto('kith.audit')
    .values({ org_id: orgId, seq, at, ...entry, prev_hash: prev, hash })
    .execute()
}
