import { fail, redirect } from '@sveltejs/kit'
import { applyCookies } from '#lib/server/accounts/applyCookies.ts'
import { isFirstRun } from '#lib/server/accounts/firstRun.ts'
import { returnPath } from '#lib/server/accounts/returnPath.ts'
import { signIn } from '#lib/server/accounts/signIn.ts'
import { runtime } from '#lib/server/runtime.ts'
import { credentials } from './credentials.ts'
import type { Actions, PageServerLoad } from './$types'

// Works without a script in the browser, so none is sent.
export const csr = false

export const load: PageServerLoad = async ({ locals, url }) => {
  if (locals.user) redirect(303, returnPath(url.searchParams.get('to')))
  if (await isFirstRun(runtime().databases.identity)) redirect(303, '/setup')
}

export const actions: Actions = {
  default: async (event) => {
    const { email, password } = credentials(await event.request.formData())
    const { auth, databases } = runtime()
    const attempt = { email, password, address: event.getClientAddress() }
    const result = await signIn({ auth, identity: databases.identity }, attempt)
    switch (result.outcome) {
      case 'refused':
        return fail(400, { email, refused: true, waitMinutes: null })
      case 'too-many':
        event.setHeaders({ 'retry-after': String(result.retryAfter) })
        return fail(429, { email, refused: false, waitMinutes: Math.ceil(result.retryAfter / 60) })
      case 'signed-in':
        applyCookies(event.cookies, result.headers)
        redirect(303, returnPath(event.url.searchParams.get('to')))
    }
  }
}
