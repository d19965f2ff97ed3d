import type { ReadableStream } from 'node:stream/web'
import { error, isHttpError, json } from '@sveltejs/kit'
import * as m from '#lib/messages/generated/messages.js'
import { requireUploader } from '#lib/server/accounts/requireUploader.ts'
import { runtime } from '#lib/server/runtime.ts'
import { receiveUpload } from '#lib/server/uploads/receiveUpload.ts'
import { FileTooLarge } from '#lib/server/uploads/spool.ts'
import type { RequestHandler } from './$types'

/** The bytes of one file, as they come; its name stands in the header X-File-Name, percent-encoded. */
export const PUT: RequestHandler = async (event) => {
  const orgId = event.params.organisation
  const { user } = await requireUploader(event, orgId)
  const { body, headers } = event.request
  const fileName = decodedName(headers.get('x-file-name'))
  if (fileName === null) error(400, m.uploads_no_file())
  const { kith, databases } = runtime()
  const tooLarge = m.uploads_too_large({ limit: Math.floor(kith.spool.limit / (1024 * 1024)) })
  if (Number(headers.get('content-length') ?? 0) > kith.spool.limit) error(413, tooLarge)
  try {
    // Read as it is: a Node stream around it would throw, where nobody listens yet, when the sender breaks off.
    const bytes = (body ?? new Blob([]).stream()) as ReadableStream<Uint8Array>
    const { id } = await receiveUpload(databases.app, kith.spool, { orgId, userId: user.id, fileName, body: bytes })
    return json({ upload: id }, { status: 201 })
  } catch (cause) {
    if (cause instanceof FileTooLarge) error(413, tooLarge)
    if (isHttpError(cause)) throw cause
    if (event.request.signal.aborted || isBrokenOff(cause)) error(400, m.uploads_failed())
    throw cause
  }
}

/** The sender went away in the middle: nothing of ours failed. */
function isBrokenOff(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR'].includes(code) || /aborted/i.test(String(cause))
}

function decodedName(encoded: string | null): string | null {
  try {
    return encoded === null ? null : decodeURIComponent(encoded).replaceAll('\0', '')
  } catch {
    return null
  }
}
