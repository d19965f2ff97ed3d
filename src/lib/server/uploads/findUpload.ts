import { mappingSchema, type Mapping } from '#lib/reading/mapping.ts'
import type { InOrganisation } from '../database/withOrganisation.ts'
import type { UploadSummary } from './uploadSummary.ts'

export interface Upload {
  id: string
  status: 'received' | 'committed' | 'undone'
  fileName: string
  bytes: number
  sha256: string
  /** While it is reviewed: the choices so far, or null where nothing was changed yet. */
  mapping: Mapping | null
  receivedAt: Date
  committedAt: Date | null
  undoneAt: Date | null
  summary: UploadSummary | null
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One upload, or undefined where this organisation has none of that id. */
export async function findUpload(transaction: InOrganisation, orgId: string, id: string): Promise<Upload | undefined> {
  if (!uuid.test(id)) return undefined
  const [upload] = await uploads(transaction, orgId).where('id', '=', id).execute()
  return upload && uploadOf(upload)
}

/** An organisation's uploads, the newest first, at most `limit`. */
export async function listUploads(transaction: InOrganisation, orgId: string, limit = 200): Promise<Upload[]> {
  const rows = await uploads(transaction, orgId).orderBy('received_at', 'desc').limit(limit).execute()
  return rows.map(uploadOf)
}

function uploads(transaction: InOrganisation, orgId: string) {
  return transaction
    .selectFrom('kith.upload')
    .select([
      'id',
      'status',
      'file_name',
      'file_bytes',
      'file_sha256',
      'mapping',
      'received_at',
      'committed_at',
      'undone_at',
      'summary'
    ])
    .where('org_id', '=', orgId)
}

function uploadOf(row: Awaited<ReturnType<ReturnType<typeof uploads>['execute']>>[number]): Upload {
  return {
    id: row.id,
    status: row.status,
    fileName: row.file_name,
    bytes: Number(row.file_bytes),
    sha256: row.file_sha256,
    mapping: row.mapping === null ? null : mappingSchema.parse(row.mapping),
    receivedAt: row.received_at,
    committedAt: row.committed_at,
    undoneAt: row.undone_at,
    summary: row.summary
  }
}
