import { redirect } from '@sveltejs/kit'
import { applyCookies } from '#lib/server/accounts/applyCookies.ts'
import { signOut } from '#lib/server/accounts/findSession.ts'
import { runtime } from '#lib/server/runtime.ts'
import type { RequestHandler } from './$types'

/** A plain form leads here, so that a link or an image elsewhere signs nobody out. */
export const POST: RequestHandler = async ({ request, cookies }) => {
  applyCookies(cookies, await signOut(runtime().auth, request.headers))
  redirect(303, '/sign-in')
}
