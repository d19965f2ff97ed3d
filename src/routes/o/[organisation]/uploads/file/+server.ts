import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { error, json } from '@sveltejs/kit'
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
  try {
    // The web's stream and Node's are one thing with two type declarations.
    const bytes = body ? Readable.fromWeb(body as ReadableStream<Uint8Array>) : Readable.from([])
    const { id } = await receiveUpload(databases.app, kith.spool, { orgId, userId: user.id, fileName, body: bytes })
    return json({ upload: id }, { status: 201 })
  } catch (cause) {
    if (cause instanceof FileTooLarge)
      error(413, m.uploads_too_large({ limit: Math.floor(kith.spool.limit / (1024 * 1024)) }))
    throw cause
  }
}

function decodedName(encoded: string | null): string | null {
  try {
    return encoded === null ? null : decodeURIComponent(encoded)
  } catch {
    return null
  }
}
