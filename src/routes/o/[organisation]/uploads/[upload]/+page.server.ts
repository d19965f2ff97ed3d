import { error, redirect } from '@sveltejs/kit'
import { canonicalJson } from '#lib/domain/privacy/canonicalJson.ts'
import { catalogue } from '#lib/domain/instruments/index.ts'
import * as m from '#lib/messages/generated/messages.js'
import { requireUploader } from '#lib/server/accounts/requireUploader.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { listMeasures } from '#lib/server/organisations/measures.ts'
import { listPrograms } from '#lib/server/organisations/programs.ts'
import { runtime } from '#lib/server/runtime.ts'
import { today } from '#lib/server/today.ts'
import { findUpload, type Upload } from '#lib/server/uploads/findUpload.ts'
import { dropUpload, type Review, reviewUpload, saveMapping, tryUpload } from '#lib/server/uploads/reviewUpload.ts'
import { undoUpload } from '#lib/server/uploads/undoUpload.ts'
import { mappingFromForm } from './mappingForm.ts'
import { reviewView, uploadView } from './uploadView.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async (event) => {
  const orgId = event.params.organisation
  await requireUploader(event, orgId)
  const upload = await ownUpload(event)
  const { databases, kith } = runtime()
  const programs = await withOrganisation(databases.app, orgId, (transaction) => listPrograms(transaction, orgId))
  const view = { upload: uploadView(upload), programs }
  if (upload.status !== 'received') return { ...view, unreadable: null, review: null, check: null }
  const { review, unreadable } = await reviewUpload(kith, orgId, upload)
  if (unreadable) return { ...view, unreadable, review: null, check: null }
  const ready = review.mapping.program !== undefined
  const check = ready ? await tryUpload(kith, { orgId, userId: null, upload, review, commit: false }) : null
  return { ...view, unreadable: null, review: reviewView(review), check }
}

export const actions: Actions = {
  /** Keeps the choices and shows again what they lead to. */
  map: async (event) => {
    const { orgId, upload } = await waiting(event)
    const { kith } = runtime()
    const review = await readable(event, upload)
    const mapping = mappingFromForm(await event.request.formData(), review)
    await saveMapping(kith, orgId, upload.id, mapping)
    redirect(303, `${event.url.pathname}#check`)
  },
  /** Adds the answers under the choices that were checked. Choices changed since then are shown first, not added. */
  commit: async (event) => {
    const { orgId, upload, userId } = await waiting(event)
    const { kith } = runtime()
    const review = await readable(event, upload)
    const mapping = mappingFromForm(await event.request.formData(), review)
    if (canonicalJson(mapping) !== canonicalJson(review.mapping)) {
      await saveMapping(kith, orgId, upload.id, mapping)
      redirect(303, `${event.url.pathname}?changed#check`)
    }
    const result = await tryUpload(kith, { orgId, userId, upload, review, commit: true })
    if (result.status === 'refused') redirect(303, `${event.url.pathname}#check`)
    if (result.status === 'unchanged') {
      await dropUpload(kith, orgId, upload.id)
      redirect(303, `/o/${orgId}/uploads/${result.upload}?again`)
    }
    redirect(303, event.url.pathname)
  },
  drop: async (event) => {
    const { orgId, upload } = await waiting(event)
    await dropUpload(runtime().kith, orgId, upload.id)
    redirect(303, `/o/${orgId}/uploads`)
  },
  undo: async (event) => {
    const orgId = event.params.organisation
    const { user } = await requireUploader(event, orgId)
    const { id } = await ownUpload(event)
    await withOrganisation(runtime().databases.app, orgId, async (transaction) => {
      const instruments = [...catalogue, ...(await listMeasures(transaction, orgId))]
      return undoUpload(transaction, orgId, id, { userId: user.id, today: today(), instruments })
    })
    redirect(303, event.url.pathname)
  }
}

async function ownUpload(event: Pick<RequestEvent, 'params'>): Promise<Upload> {
  const { organisation: orgId, upload: id } = event.params
  const upload = await withOrganisation(runtime().databases.app, orgId, (transaction) =>
    findUpload(transaction, orgId, id)
  )
  if (!upload) error(404, m.accounts_page_not_found())
  return upload
}

/** An upload that waits for review, for somebody who may act on it. */
async function waiting(event: RequestEvent): Promise<{ orgId: string; userId: string; upload: Upload }> {
  const orgId = event.params.organisation
  const { user } = await requireUploader(event, orgId)
  const upload = await ownUpload(event)
  if (upload.status !== 'received') redirect(303, event.url.pathname)
  return { orgId, userId: user.id, upload }
}

/** The review of an upload that can be read; the page itself says why another cannot. */
async function readable(event: RequestEvent, upload: Upload): Promise<Review> {
  const { review } = await reviewUpload(runtime().kith, event.params.organisation, upload)
  if (!review) redirect(303, event.url.pathname)
  return review
}
