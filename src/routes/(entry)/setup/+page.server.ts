import { error, fail, redirect } from '@sveltejs/kit'
import * as m from '#lib/messages/generated/messages.js'
import { applyCookies } from '#lib/server/accounts/applyCookies.ts'
import { completeFirstRun } from '#lib/server/accounts/completeFirstRun.ts'
import { isFirstRun } from '#lib/server/accounts/firstRun.ts'
import { passwordLength } from '#lib/server/accounts/passwordLength.ts'
import { signIn } from '#lib/server/accounts/signIn.ts'
import { listOwnOrganisations } from '#lib/server/organisations/listOwnOrganisations.ts'
import { runtime } from '#lib/server/runtime.ts'
import { refilled, setupForm } from './setupForm.ts'
import type { Actions, PageServerLoad } from './$types'

export const csr = false

export const load: PageServerLoad = async () => {
  if (!(await isFirstRun(runtime().databases.identity))) error(404, m.accounts_page_not_found())
  return { passwordLength }
}

export const actions: Actions = {
  default: async (event) => {
    const { auth, databases, sampleOrganisationId } = runtime()
    const { identity, app } = databases
    if (!(await isFirstRun(identity))) error(404, m.accounts_page_not_found())
    const data = await event.request.formData()
    const form = setupForm(data)
    if (!form.valid) return fail(400, { problems: form.problems, entered: refilled(data) })
    const result = await completeFirstRun({ identity, app, sampleOrganisationId }, form.entered)
    if (result.outcome === 'closed') error(404, m.accounts_page_not_found())
    if (result.outcome === 'wrong-code') return fail(400, { problems: ['code' as const], entered: refilled(data) })
    const session = await signIn({ auth, identity }, { ...form.entered, address: event.getClientAddress() })
    if (session.outcome === 'signed-in') applyCookies(event.cookies, session.headers)
    const [own] = await listOwnOrganisations(app, result.userId)
    redirect(303, own ? `/o/${own.id}/start` : '/')
  }
}
