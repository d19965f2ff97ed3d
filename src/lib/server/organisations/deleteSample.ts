import { rm } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import { recordAudit } from '../audit/recordAudit.ts'
import { deleteSampleRows } from '../database/deleteSampleRows.ts'
import type { KithDatabase } from '../database/schema.ts'
import { withOrganisation } from '../database/withOrganisation.ts'
import { type Spool, spoolPath } from '../uploads/receiveUpload.ts'
import { lockOrganisation } from './lockOrganisation.ts'

/**
 * Deletes the sample organisation in one act: programs, answers, figures, uploads, members. Its row stays, marked as
 * deleted, and with it the audit, which ends with who deleted it. Returns whether it was a sample that was there.
 */
export async function deleteSample(
  { app, spool }: { app: Kysely<KithDatabase>; spool: Spool },
  orgId: string,
  actor: string
): Promise<boolean> {
  const waiting = await withOrganisation(app, orgId, async (transaction) => {
    const sample = await transaction
      .selectFrom('kith.organisation')
      .select('org_id')
      .where('org_id', '=', orgId)
      .where('is_sample', '=', true)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()
    if (!sample) return undefined
    await lockOrganisation(transaction, orgId)
    const uploads = await transaction.selectFrom('kith.upload').select('id').where('org_id', '=', orgId).execute()
    await recordAudit(transaction, orgId, { actor, action: 'organisation.delete', object: `organisation:${orgId}` })
    await deleteSampleRows(transaction, orgId)
    await transaction
      .updateTable('kith.organisation')
      .set({ deleted_at: new Date() })
      .where('org_id', '=', orgId)
      .execute()
    return uploads.map(({ id }) => id)
  })
  // Files that waited for a review go once nothing speaks of them any more.
  for (const id of waiting ?? []) await rm(spoolPath(spool, id), { force: true })
  return waiting !== undefined
}
