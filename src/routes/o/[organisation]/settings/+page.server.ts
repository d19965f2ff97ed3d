import { fail, redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { requireManager } from '#lib/server/accounts/requireManager.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { listDimensions } from '#lib/server/organisations/dimensions.ts'
import { renameOrganisation } from '#lib/server/organisations/renameOrganisation.ts'
import { runtime } from '#lib/server/runtime.ts'
import { readForm } from '../readForm.ts'
import type { Actions, PageServerLoad } from './$types'

export const csr = false

const nameForm = z.object({ name: z.string().trim().min(1).max(200) })

export const load: PageServerLoad = async (event) => {
  const orgId = event.params.organisation
  const { role } = await requireManager(event, orgId)
  const dimensions = await withOrganisation(runtime().databases.app, orgId, (transaction) =>
    listDimensions(transaction, orgId)
  )
  return { dimensions, owns: role === 'owner', saved: event.url.searchParams.has('saved') }
}

export const actions: Actions = {
  rename: async (event) => {
    const orgId = event.params.organisation
    const { user } = await requireManager(event, orgId)
    const form = readForm(nameForm, await event.request.formData())
    if (!form.valid) return fail(400, { name: form.texts.name ?? '' })
    await withOrganisation(runtime().databases.app, orgId, (transaction) =>
      renameOrganisation(transaction, orgId, form.entered.name, user.id)
    )
    redirect(303, `${event.url.pathname}?saved`)
  }
}
