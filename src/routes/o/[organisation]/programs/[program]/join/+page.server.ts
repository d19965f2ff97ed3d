import { error, fail, redirect } from '@sveltejs/kit'
import { z } from 'zod'
import * as m from '#lib/messages/generated/messages.js'
import { requireManager } from '#lib/server/accounts/requireManager.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { mergePrograms, previewMerge } from '#lib/server/organisations/mergePrograms.ts'
import { listPrograms } from '#lib/server/organisations/programs.ts'
import { runtime } from '#lib/server/runtime.ts'
import { ownProgram } from '../ownProgram.ts'
import type { Actions, PageServerLoad } from './$types'

export const csr = false

const joinForm = z.object({ into: z.string().max(20) })

export const load: PageServerLoad = async (event) => {
  const orgId = event.params.organisation
  await requireManager(event, orgId)
  const into = event.url.searchParams.get('into')
  return withOrganisation(runtime().databases.app, orgId, async (transaction) => {
    const program = await ownProgram(transaction, event)
    const others = (await listPrograms(transaction, orgId)).filter(({ id }) => id !== program.id)
    const preview = into === null ? null : await previewMerge(transaction, orgId, { from: program.id, into })
    if (preview === undefined) error(404, m.accounts_page_not_found())
    return { program, others, preview }
  })
}

export const actions: Actions = {
  default: async (event) => {
    const { organisation: orgId, program: from } = event.params
    const { user } = await requireManager(event, orgId)
    const form = joinForm.safeParse(Object.fromEntries(await event.request.formData()))
    if (!form.success) error(404, m.accounts_page_not_found())
    const { into } = form.data
    const result = await withOrganisation(runtime().databases.app, orgId, (transaction) =>
      mergePrograms(transaction, orgId, { from, into }, user.id)
    )
    if (result.outcome === 'not-found') error(404, m.accounts_page_not_found())
    // What stands in the way came in meanwhile: the page, read again, says what it is.
    if (result.outcome === 'refused') return fail(409, { refused: true })
    redirect(303, `/o/${orgId}/programs/${into}?joined`)
  }
}
