import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson } from '#lib/domain/privacy/canonicalJson.ts'
import type { Mapping } from '#lib/reading/mapping.ts'
import type { InOrganisation } from '../database/withOrganisation.ts'
import type { ImportRequest } from './importRequest.ts'
import { emptySummary } from './importResult.ts'
import type { UploadSummary } from './uploadSummary.ts'

/** Same file and same mapping, same answers: the pair of hashes under which a committed upload is found again. */
export function mappingHash(mapping: Mapping): string {
  return createHash('sha256').update(canonicalJson(mapping)).digest('hex')
}

/** The committed upload of the same file with the same mapping, if there is one. */
export async function findCommitted(
  transaction: InOrganisation,
  { orgId, file, mapping }: Pick<ImportRequest, 'orgId' | 'file' | 'mapping'>
): Promise<{ id: string; summary: UploadSummary } | undefined> {
  const row = await transaction
    .selectFrom('kith.upload')
    .select(['id', 'summary'])
    .where('org_id', '=', orgId)
    .where('file_sha256', '=', file.sha256)
    .where('mapping_sha256', '=', mappingHash(mapping))
    .where('status', '=', 'committed')
    .executeTakeFirst()
  return row && { id: row.id, summary: row.summary ?? emptySummary }
}

/**
 * Marks an upload committed (making its row where the command line received the file itself) and draws its commit
 * number: a higher number counts before a lower one. Undefined where the upload is committed or undone already. The
 * organisation must be locked.
 */
export async function markCommitted(transaction: InOrganisation, request: ImportRequest): Promise<string | undefined> {
  const { orgId, uploadId, file, mapping, userId } = request
  const drawn = await transaction
    .updateTable('kith.organisation')
    .set({ next_commit: sql`next_commit + 1` })
    .where('org_id', '=', orgId)
    .returning(sql<string>`next_commit - 1`.as('number'))
    .executeTakeFirstOrThrow()
  const committed = {
    status: 'committed' as const,
    mapping: JSON.stringify(mapping),
    mapping_sha256: mappingHash(mapping),
    commit_number: drawn.number,
    committed_at: new Date()
  }
  const marked = await transaction
    .insertInto('kith.upload')
    .values({
      org_id: orgId,
      id: uploadId,
      file_name: file.name,
      file_bytes: file.bytes,
      file_sha256: file.sha256,
      uploaded_by: userId,
      ...committed
    })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'id']).doUpdateSet(committed).where('kith.upload.status', '=', 'received')
    )
    .returning('id')
    .executeTakeFirst()
  return marked && drawn.number
}
