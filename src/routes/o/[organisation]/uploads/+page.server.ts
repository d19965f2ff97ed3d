import { requireUploader } from '#lib/server/accounts/requireUploader.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { runtime } from '#lib/server/runtime.ts'
import { listUploads } from '#lib/server/uploads/findUpload.ts'
import type { PageServerLoad } from './$types'

// A list of links works without a script, so none is sent.
export const csr = false

export const load: PageServerLoad = async (event) => {
  const orgId = event.params.organisation
  await requireUploader(event, orgId)
  const uploads = await withOrganisation(runtime().databases.app, orgId, (transaction) =>
    listUploads(transaction, orgId)
  )
  return {
    uploads: uploads.map(({ id, status, fileName, receivedAt, summary }) => ({
      id,
      status,
      fileName,
      receivedAt,
      summary
    }))
  }
}
