import { fail, redirect } from '@sveltejs/kit'
import { requireManager } from '#lib/server/accounts/requireManager.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { mostBands } from '#lib/server/organisations/dimensions.ts'
import { saveDimension } from '#lib/server/organisations/saveDimension.ts'
import { runtime } from '#lib/server/runtime.ts'
import { dimensionProblems, typedDimension } from '../dimensionForm.ts'
import { presets } from '../presets.ts'
import type { Actions, PageServerLoad } from './$types'

export const csr = false

export const load: PageServerLoad = async (event) => {
  await requireManager(event, event.params.organisation)
  const preset = presets().find(({ id }) => id === event.url.searchParams.get('preset'))
  const words = {
    name: preset?.name ?? '',
    ordered: preset?.ordered ?? false,
    bands: (preset?.bands ?? []).map((name) => ({ id: null, name }))
  }
  return { words, places: mostBands }
}

export const actions: Actions = {
  default: async (event) => {
    const orgId = event.params.organisation
    const { user } = await requireManager(event, orgId)
    const words = typedDimension(await event.request.formData())
    const problems = dimensionProblems(words)
    if (problems.length > 0) return fail(400, { problems, words })
    const saved = await withOrganisation(runtime().databases.app, orgId, (transaction) =>
      saveDimension(transaction, orgId, null, words, user.id)
    )
    if (saved.outcome !== 'saved') return fail(409, { problems: ['name-taken'], words })
    redirect(303, `/o/${orgId}/settings?saved#dimensions`)
  }
}
