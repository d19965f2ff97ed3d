import { requireMember } from '#lib/server/accounts/requireMember.ts'
import type { PageServerLoad } from './$types'

export const csr = false

export const load: PageServerLoad = async (event) => {
  await requireMember(event, event.params.organisation)
}
