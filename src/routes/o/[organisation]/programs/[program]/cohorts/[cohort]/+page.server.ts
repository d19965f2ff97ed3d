import { error, fail, redirect } from '@sveltejs/kit'
import * as m from '#lib/messages/generated/messages.js'
import { requireManager } from '#lib/server/accounts/requireManager.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { findCohort } from '#lib/server/organisations/cohorts.ts'
import { deleteCohort } from '#lib/server/organisations/deleteCohort.ts'
import { saveCohort } from '#lib/server/organisations/saveCohort.ts'
import { runtime } from '#lib/server/runtime.ts'
import { formTexts, readForm } from '../../../../readForm.ts'
import { cohortForm } from '../../../programForm.ts'
import { ownProgram } from '../../ownProgram.ts'
import type { Actions, PageServerLoad } from './$types'

export const csr = false

/** The address of a cohort that is yet to be made. */
const fresh = 'new'

export const load: PageServerLoad = async (event) => {
  const { organisation: orgId, cohort: id } = event.params
  await requireManager(event, orgId)
  return withOrganisation(runtime().databases.app, orgId, async (transaction) => {
    const program = await ownProgram(transaction, event)
    const cohort = id === fresh ? null : await findCohort(transaction, orgId, program.id, id)
    if (cohort === undefined) error(404, m.accounts_page_not_found())
    return { program, cohort }
  })
}

export const actions: Actions = {
  save: async (event) => {
    const { organisation: orgId, program: programId, cohort: id } = event.params
    const { user } = await requireManager(event, orgId)
    const data = await event.request.formData()
    const form = readForm(cohortForm, data)
    if (!form.valid) return fail(400, { problems: form.problems, texts: form.texts })
    const place = { programId, id: id === fresh ? null : id }
    const { outcome } = await withOrganisation(runtime().databases.app, orgId, (transaction) =>
      saveCohort(transaction, orgId, place, form.entered, user.id)
    )
    if (outcome === 'not-found') error(404, m.accounts_page_not_found())
    if (outcome === 'name-taken') return fail(409, { problems: ['name-taken'], texts: formTexts(data) })
    redirect(303, `/o/${orgId}/programs/${programId}/settings?saved#cohorts`)
  },
  delete: async (event) => {
    const { organisation: orgId, program: programId, cohort: id } = event.params
    const { user } = await requireManager(event, orgId)
    const { outcome } = await deleteCohort(runtime().databases.app, orgId, { programId, id }, user.id)
    if (outcome === 'not-found') error(404, m.accounts_page_not_found())
    if (outcome === 'has-answers') return fail(409, { problems: ['has-answers'], texts: null })
    redirect(303, `/o/${orgId}/programs/${programId}/settings?saved#cohorts`)
  }
}
