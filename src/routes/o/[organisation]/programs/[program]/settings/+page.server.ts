import { error, fail, redirect } from '@sveltejs/kit'
import * as m from '#lib/messages/generated/messages.js'
import { requireManager } from '#lib/server/accounts/requireManager.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { listCohorts } from '#lib/server/organisations/cohorts.ts'
import { listPrograms } from '#lib/server/organisations/programs.ts'
import { archiveProgram, updateProgram } from '#lib/server/organisations/saveProgram.ts'
import { runtime } from '#lib/server/runtime.ts'
import { formTexts, readForm } from '../../../readForm.ts'
import { programForm } from '../../programForm.ts'
import { ownProgram } from '../ownProgram.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const csr = false

export const load: PageServerLoad = async (event) => {
  const orgId = event.params.organisation
  await requireManager(event, orgId)
  return withOrganisation(runtime().databases.app, orgId, async (transaction) => {
    const program = await ownProgram(transaction, event)
    const others = (await listPrograms(transaction, orgId)).filter(({ id }) => id !== program.id)
    return {
      program,
      cohorts: await listCohorts(transaction, orgId, program.id),
      canJoin: others.length > 0,
      saved: event.url.searchParams.has('saved')
    }
  })
}

export const actions: Actions = {
  save: async (event) => {
    const { organisation: orgId, program: id } = event.params
    const { user } = await requireManager(event, orgId)
    const data = await event.request.formData()
    const form = readForm(programForm, data)
    if (!form.valid) return fail(400, { problems: form.problems, texts: form.texts })
    const { outcome } = await withOrganisation(runtime().databases.app, orgId, (transaction) =>
      updateProgram(transaction, orgId, id, form.entered, user.id)
    )
    if (outcome === 'not-found') error(404, m.accounts_page_not_found())
    if (outcome === 'name-taken') return fail(409, { problems: ['name-taken'], texts: formTexts(data) })
    redirect(303, `${event.url.pathname}?saved`)
  },
  archive: (event) => putAway(event, true),
  restore: (event) => putAway(event, false)
}

async function putAway(event: RequestEvent, archived: boolean): Promise<never> {
  const { organisation: orgId, program: id } = event.params
  const { user } = await requireManager(event, orgId)
  const { outcome } = await withOrganisation(runtime().databases.app, orgId, (transaction) =>
    archiveProgram(transaction, orgId, id, archived, user.id)
  )
  if (outcome !== 'saved') error(404, m.accounts_page_not_found())
  redirect(303, archived ? `/o/${orgId}/programs` : `/o/${orgId}/programs/${id}`)
}
