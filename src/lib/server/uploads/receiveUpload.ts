import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { KithDatabase } from '../database/schema.ts'
import { withOrganisation } from '../database/withOrganisation.ts'
import { writeSpool } from './spool.ts'

/** Where received files wait, and how they are sealed. */
export interface Spool {
  folder: string
  key: Buffer
  /** Bytes. */
  limit: number
}

/**
 * Takes a file in: streamed to an encrypted spool file, then noted. No database connection is held while bytes arrive.
 * Throws FileTooLarge past the spool's limit; then nothing is left behind.
 */
export async function receiveUpload(
  db: Kysely<KithDatabase>,
  spool: Spool,
  {
    orgId,
    userId,
    fileName,
    body
  }: { orgId: string; userId: string; fileName: string; body: AsyncIterable<Uint8Array> }
): Promise<{ id: string }> {
  const id = randomUUID()
  const path = spoolPath(spool, id)
  const { bytes, sha256 } = await writeSpool(path, spool.key, body, spool.limit)
  try {
    await withOrganisation(db, orgId, (transaction) =>
      transaction
        .insertInto('kith.upload')
        .values({
          org_id: orgId,
          id,
          status: 'received',
          file_name: fileName.slice(0, 200),
          file_bytes: bytes,
          file_sha256: sha256,
          uploaded_by: userId
        })
        .execute()
    )
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { id }
}

/** Where an upload's bytes wait. The id is a uuid that the server made, never a name from outside. */
export function spoolPath({ folder }: Spool, uploadId: string): string {
  return join(folder, uploadId)
}
