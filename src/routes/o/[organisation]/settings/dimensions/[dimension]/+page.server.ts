import { error, fail, redirect } from '@sveltejs/kit'
import * as m from '#lib/messages/generated/messages.js'
import { requireManager } from '#lib/server/accounts/requireManager.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { findDimension, mostBands } from '#lib/server/organisations/dimensions.ts'
import {
  deleteDimension,
  type DimensionWords,
  type SavedDimension,
  saveDimension
} from '#lib/server/organisations/saveDimension.ts'
import { runtime } from '#lib/server/runtime.ts'
import { dimensionProblems, typedDimension } from '../../dimensionForm.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const csr = false

export const load: PageServerLoad = async (event) => {
  const orgId = event.params.organisation
  await requireManager(event, orgId)
  return { dimension: await ownDimension(event), places: mostBands }
}

export const actions: Actions = {
  save: async (event) => {
    const { organisation: orgId, dimension: id } = event.params
    const { user } = await requireManager(event, orgId)
    const words = typedDimension(await event.request.formData())
    const problems = dimensionProblems(words)
    if (problems.length > 0) return fail(400, { problems, words, keptBand: null })
    const saved = await withOrganisation(runtime().databases.app, orgId, (transaction) =>
      saveDimension(transaction, orgId, id, words, user.id)
    )
    return answer(saved, words, `/o/${orgId}/settings?saved#dimensions`)
  },
  /** Moves one band before the one that stands before it. */
  up: async (event) => {
    const { organisation: orgId, dimension: id } = event.params
    const { user } = await requireManager(event, orgId)
    const place = Number((await event.request.formData()).get('place'))
    const { name, ordered, bands } = await ownDimension(event)
    const [before, moved] = [bands[place - 1], bands[place]]
    if (!before || !moved) error(404, m.accounts_page_not_found())
    const words = { name, ordered, bands: bands.with(place - 1, moved).with(place, before) }
    const saved = await withOrganisation(runtime().databases.app, orgId, (transaction) =>
      saveDimension(transaction, orgId, id, words, user.id)
    )
    return answer(saved, words, event.url.pathname)
  },
  delete: async (event) => {
    const { organisation: orgId, dimension: id } = event.params
    const { user } = await requireManager(event, orgId)
    const deleted = await withOrganisation(runtime().databases.app, orgId, (transaction) =>
      deleteDimension(transaction, orgId, id, user.id)
    )
    return answer(deleted, null, `/o/${orgId}/settings?saved#dimensions`)
  }
}

async function ownDimension(event: Pick<RequestEvent, 'params'>) {
  const { organisation: orgId, dimension: id } = event.params
  const dimension = await withOrganisation(runtime().databases.app, orgId, (transaction) =>
    findDimension(transaction, orgId, id)
  )
  if (!dimension) error(404, m.accounts_page_not_found())
  return dimension
}

/** Goes on where it was done; else what the form shall say. */
function answer(result: SavedDimension, words: DimensionWords | null, next: string) {
  if (result.outcome === 'saved') redirect(303, next)
  if (result.outcome === 'not-found') error(404, m.accounts_page_not_found())
  const keptBand = 'band' in result ? result.band : null
  return fail(409, { problems: keptBand === null ? ['name-taken'] : [], words, keptBand })
}
