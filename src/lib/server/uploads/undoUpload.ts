import type { Instrument } from '#lib/domain/instruments/instrument.ts'
import { policy } from '#lib/domain/privacy/policy.ts'
import { recordAudit } from '../audit/recordAudit.ts'
import type { InOrganisation } from '../database/withOrganisation.ts'
import { lockOrganisation } from '../organisations/lockOrganisation.ts'
import { publishPrograms } from '../releases/publishPrograms.ts'

export interface UndoResult {
  status: 'undone' | 'not-found'
  submissions: number
  attributes: number
  published: Record<string, number>
}

/**
 * Takes one committed upload back, whole: its answers and attributes are deleted, what they had replaced counts again
 * by itself, and the programs it touched are published anew. Any upload can be undone, not only the newest.
 */
export async function undoUpload(
  transaction: InOrganisation,
  orgId: string,
  uploadId: string,
  { userId, today, instruments }: { userId: string | null; today: string; instruments: readonly Instrument[] }
): Promise<UndoResult> {
  await lockOrganisation(transaction, orgId)
  const undone = await transaction
    .updateTable('kith.upload')
    .set({ status: 'undone', undone_at: new Date() })
    .where('org_id', '=', orgId)
    .where('id', '=', uploadId)
    .where('status', '=', 'committed')
    .returning('id')
    .executeTakeFirst()
  if (!undone) return { status: 'not-found', submissions: 0, attributes: 0, published: {} }

  const touched = await touchedPrograms(transaction, orgId, uploadId)
  const [submissions, attributes] = [
    await transaction
      .deleteFrom('kith.submission')
      .where('org_id', '=', orgId)
      .where('upload_id', '=', uploadId)
      .executeTakeFirst(),
    await transaction
      .deleteFrom('kith.attribute')
      .where('org_id', '=', orgId)
      .where('upload_id', '=', uploadId)
      .executeTakeFirst()
  ]
  const published = await publishPrograms(transaction, orgId, touched, { instruments, policy: policy('team'), today })
  const actor = userId ?? 'command-line'
  await recordAudit(transaction, orgId, { actor, action: 'upload.undo', object: `upload:${uploadId}` })
  return {
    status: 'undone',
    submissions: Number(submissions.numDeletedRows),
    attributes: Number(attributes.numDeletedRows),
    published
  }
}

async function touchedPrograms(transaction: InOrganisation, orgId: string, uploadId: string): Promise<string[]> {
  const rows = await transaction
    .selectFrom('kith.submission')
    .select('program_id')
    .where('org_id', '=', orgId)
    .where('upload_id', '=', uploadId)
    .union(
      transaction
        .selectFrom('kith.attribute')
        .select('program_id')
        .where('org_id', '=', orgId)
        .where('upload_id', '=', uploadId)
    )
    .execute()
  return rows.map((row) => row.program_id)
}
