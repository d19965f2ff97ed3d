import { requireMember } from '#lib/server/accounts/requireMember.ts'
import { listOwnOrganisations } from '#lib/server/organisations/listOwnOrganisations.ts'
import { runtime } from '#lib/server/runtime.ts'
import type { LayoutServerLoad } from './$types'

/** What the frame of every page shows. Each page authorises for itself as well. */
export const load: LayoutServerLoad = async (event) => {
  const { user, organisation, role } = await requireMember(event, event.params.organisation)
  const organisations = await listOwnOrganisations(runtime().databases.app, user.id)
  return {
    organisation: { id: organisation.id, name: organisation.name, isSample: organisation.isSample },
    organisations: organisations.map(({ id, name, isSample }) => ({ id, name, isSample })),
    mayManage: role === 'owner' || role === 'manager',
    mayUpload: role !== 'viewer'
  }
}
