import { requireUploader } from '#lib/server/accounts/requireUploader.ts'
import { runtime } from '#lib/server/runtime.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  await requireUploader(event, event.params.organisation)
  return { limitBytes: runtime().kith.spool.limit }
}
