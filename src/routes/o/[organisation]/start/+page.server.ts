import { fail, redirect } from '@sveltejs/kit'
import { requireManager } from '#lib/server/accounts/requireManager.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { saveCohort } from '#lib/server/organisations/saveCohort.ts'
import { createProgram } from '#lib/server/organisations/saveProgram.ts'
import { runtime } from '#lib/server/runtime.ts'
import { defaultCohort } from '#lib/server/uploads/completeMapping.ts'
import { firstProgramForm } from '../programs/programForm.ts'
import { formTexts, readForm } from '../readForm.ts'
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
    const form = readForm(firstProgramForm, data)
    if (!form.valid) return fail(400, { problems: form.problems, texts: form.texts })
    const { startsOn, endsOn, ...words } = form.entered
    const { outcome } = await withOrganisation(runtime().databases.app, orgId, async (transaction) => {
      const saved = await createProgram(transaction, orgId, words, user.id)
      if (saved.outcome === 'saved' && (startsOn !== null || endsOn !== null)) {
        // Into this cohort goes every upload that names none.
        const cohort = { name: defaultCohort, startsOn, endsOn, registered: null }
        await saveCohort(transaction, orgId, { programId: saved.id, id: null }, cohort, user.id)
      }
      return saved
    })
    if (outcome !== 'saved') return fail(409, { problems: ['name-taken'], texts: formTexts(data) })
    redirect(303, `/o/${orgId}/start/next`)
  }
}
