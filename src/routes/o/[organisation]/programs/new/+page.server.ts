import { fail, redirect } from '@sveltejs/kit'
import { requireManager } from '#lib/server/accounts/requireManager.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { createProgram } from '#lib/server/organisations/saveProgram.ts'
import { runtime } from '#lib/server/runtime.ts'
import { formTexts, readForm } from '../../readForm.ts'
import { programForm } from '../programForm.ts'
import type { Actions, PageServerLoad } from './$types'

export const csr = false

export const load: PageServerLoad = async (event) => {
  await requireManager(event, event.params.organisation)
}

export const actions: Actions = {
  default: async (event) => {
    const orgId = event.params.organisation
    const { user } = await requireManager(event, orgId)
    const data = await event.request.formData()
    const form = readForm(programForm, data)
    if (!form.valid) return fail(400, { problems: form.problems, texts: form.texts })
    const saved = await withOrganisation(runtime().databases.app, orgId, (transaction) =>
      createProgram(transaction, orgId, form.entered, user.id)
    )
    if (saved.outcome !== 'saved') return fail(409, { problems: ['name-taken'], texts: formTexts(data) })
    redirect(303, `/o/${orgId}/programs/${saved.id}`)
  }
}
