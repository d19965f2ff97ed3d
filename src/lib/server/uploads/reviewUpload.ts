import { rm } from 'node:fs/promises'
import { catalogue } from '#lib/domain/instruments/index.ts'
import type { Instrument } from '#lib/domain/instruments/instrument.ts'
import type { FileOverview } from '#lib/reading/fileOverview.ts'
import { type Mapping, mappingSchema } from '#lib/reading/mapping.ts'
import type { Problem } from '#lib/reading/problem.ts'
import { withOrganisation } from '../database/withOrganisation.ts'
import type { Kith } from '../openKith.ts'
import { today } from '../today.ts'
import { completeMapping, withWaveOfName } from './completeMapping.ts'
import type { Upload } from './findUpload.ts'
import type { ImportResult } from './importResult.ts'
import { importUpload } from './importUpload.ts'
import { listMeasures } from '../organisations/measures.ts'
import { readFileOverview } from './readFileOverview.ts'
import { spoolPath } from './receiveUpload.ts'
import { readSpool } from './spool.ts'

export interface Review {
  overview: FileOverview
  mapping: Mapping
  instruments: Instrument[]
}

/**
 * What a received file is believed to be, with the choices made so far; or why it cannot be read. Reads the spool;
 * writes nothing.
 */
export async function reviewUpload(
  kith: Kith,
  orgId: string,
  upload: Upload
): Promise<{ review: Review; unreadable?: undefined } | { review?: undefined; unreadable: Problem }> {
  const own = await withOrganisation(kith.app, orgId, (transaction) => listMeasures(transaction, orgId))
  const instruments = [...catalogue, ...own]
  const { overview, unreadable } = await readFileOverview(
    readSpool(spoolPath(kith.spool, upload.id), kith.spool.key),
    instruments
  )
  if (unreadable) return { unreadable }
  return {
    review: {
      overview,
      mapping: upload.mapping ?? completeMapping(withWaveOfName(overview.suggestion, upload.fileName), {}),
      instruments
    }
  }
}

/** What a commit of this review would do, or does. After a commit the spooled file is gone. */
export async function tryUpload(
  kith: Kith,
  {
    orgId,
    userId,
    upload,
    review,
    commit
  }: { orgId: string; userId: string | null; upload: Upload; review: Review; commit: boolean }
): Promise<ImportResult> {
  const path = spoolPath(kith.spool, upload.id)
  const result = await importUpload(
    kith.pool,
    kith.keys.pseudonym,
    {
      orgId,
      uploadId: upload.id,
      file: { name: upload.fileName, bytes: upload.bytes, sha256: upload.sha256 },
      source: readSpool(path, kith.spool.key),
      layout: review.overview.layout,
      mapping: review.mapping,
      instruments: review.instruments,
      measures: [],
      create: true,
      userId,
      today: today()
    },
    commit
  )
  if (result.status === 'committed') await rm(path, { force: true })
  return result
}

/** Keeps the choices of a review, so that it can go on after a break. Only while the upload waits. */
export async function saveMapping(kith: Kith, orgId: string, uploadId: string, mapping: Mapping): Promise<void> {
  const text = JSON.stringify(mappingSchema.parse(mapping))
  await withOrganisation(kith.app, orgId, (transaction) =>
    transaction
      .updateTable('kith.upload')
      .set({ mapping: text })
      .where('org_id', '=', orgId)
      .where('id', '=', uploadId)
      .where('status', '=', 'received')
      .execute()
  )
}

/** Forgets a file that waits: its bytes and its note. A committed upload is undone instead. */
export async function dropUpload(kith: Kith, orgId: string, uploadId: string): Promise<void> {
  const dropped = await withOrganisation(kith.app, orgId, (transaction) =>
    transaction
      .deleteFrom('kith.upload')
      .where('org_id', '=', orgId)
      .where('id', '=', uploadId)
      .where('status', '=', 'received')
      .returning('id')
      .executeTakeFirst()
  )
  if (dropped) await rm(spoolPath(kith.spool, dropped.id), { force: true })
}
