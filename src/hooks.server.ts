import { randomUUID } from 'node:crypto'
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit'
import { sequence } from '@sveltejs/kit/hooks'
import * as m from '#lib/messages/generated/messages.js'
import { getTextDirection } from '#lib/messages/generated/runtime.js'
import { paraglideMiddleware } from '#lib/messages/generated/server.js'
import { applyCookies } from '#lib/server/accounts/applyCookies.ts'
import { findSession } from '#lib/server/accounts/findSession.ts'
import { ensureFirstRunCode } from '#lib/server/accounts/firstRun.ts'
import { runtime, startRuntime } from '#lib/server/runtime.ts'
import { errorRecord } from '#lib/server/web/errorRecord.ts'
import { isForeignWrite } from '#lib/server/web/isForeignWrite.ts'
import { setSecurityHeaders } from '#lib/server/web/securityHeaders.ts'

export const init: ServerInit = async () => {
  await startRuntime()
  const { databases, settings } = runtime()
  const code = await ensureFirstRunCode(databases.identity)
  if (code !== null) console.info(m.accounts_first_run_console({ url: `${settings.origin}/setup`, code }))
}

const harden: Handle = async ({ event, resolve }) => {
  const response = await resolve(event)
  setSecurityHeaders(response.headers, { https: event.url.protocol === 'https:' })
  return response
}

const speak: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, ({ locale }) =>
    resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace('%dir%', getTextDirection(locale))
    })
  )

const refuseForeignWrites: Handle = ({ event, resolve }) =>
  isForeignWrite(event.request, event.url.origin)
    ? new Response(m.accounts_foreign_write(), { status: 403, headers: { 'content-type': 'text/plain' } })
    : resolve(event)

const recognise: Handle = async ({ event, resolve }) => {
  const { auth, databases } = runtime()
  const session = await findSession({ auth, identity: databases.identity }, event.request.headers)
  applyCookies(event.cookies, session.headers)
  event.locals.user = session.user
  return resolve(event)
}

export const handle = sequence(harden, speak, refuseForeignWrites, recognise)

export const handleError: HandleServerError = ({ error, event, status }) => {
  if (status === 404) return { message: m.accounts_page_not_found() }
  const id = randomUUID()
  const { method } = event.request
  console.error(JSON.stringify(errorRecord(error, { id, at: new Date(), status, method, route: event.route.id })))
  return { message: m.accounts_unexpected_error(), id }
}
