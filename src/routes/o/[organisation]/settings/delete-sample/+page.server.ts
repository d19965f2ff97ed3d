import { error, redirect } from '@sveltejs/kit'
import * as m from '#lib/messages/generated/messages.js'
import { requireOwner } from '#lib/server/accounts/requireManager.ts'
import { deleteSample } from '#lib/server/organisations/deleteSample.ts'
import { runtime } from '#lib/server/runtime.ts'
import type { Actions, PageServerLoad } from './$types'

export const csr = false

export const load: PageServerLoad = async (event) => {
  const { organisation } = await requireOwner(event, event.params.organisation)
  if (!organisation.isSample) error(404, m.accounts_page_not_found())
}

export const actions: Actions = {
  default: async (event) => {
    const orgId = event.params.organisation
    const { user } = await requireOwner(event, orgId)
    if (!(await deleteSample(runtime().kith, orgId, user.id))) error(404, m.accounts_page_not_found())
    redirect(303, '/')
  }
}
