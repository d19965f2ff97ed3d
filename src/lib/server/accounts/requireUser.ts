import { redirect, type RequestEvent } from '@sveltejs/kit'
import type { User } from './findSession.ts'

/**
 * Who is signed in, or a redirect to the sign-in page that leads back here afterwards.
 * To be called in every load and every action: a layout's load does not run for each.
 */
export function requireUser(event: Pick<RequestEvent, 'locals' | 'url' | 'request'>): User {
  if (event.locals.user) return event.locals.user
  // After a write only the page itself is worth returning to; what was written is gone.
  const search = event.request.method === 'GET' ? event.url.search : ''
  redirect(303, `/sign-in?${new URLSearchParams({ to: event.url.pathname + search })}`)
}
