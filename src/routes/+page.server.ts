import { error, redirect } from '@sveltejs/kit'
import * as m from '#lib/messages/generated/messages.js'
import { requireUser } from '#lib/server/accounts/requireUser.ts'
import { listOwnOrganisations } from '#lib/server/organisations/listOwnOrganisations.ts'
import { runtime } from '#lib/server/runtime.ts'
import type { PageServerLoad } from './$types'

/** Home: the programs of one's own organisation; the sample where there is no other. */
export const load: PageServerLoad = async (event) => {
  const user = requireUser(event)
  const [first] = await listOwnOrganisations(runtime().databases.app, user.id)
  if (!first) error(404, m.accounts_page_not_found())
  redirect(303, `/o/${first.id}/programs`)
}
