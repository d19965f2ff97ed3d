import { error, type RequestEvent } from '@sveltejs/kit'
import * as m from '#lib/messages/generated/messages.js'
import type { Role } from '../database/schema.ts'
import { listOwnOrganisations, type OwnOrganisation } from '../organisations/listOwnOrganisations.ts'
import { runtime } from '../runtime.ts'
import type { User } from './findSession.ts'
import { requireUser } from './requireUser.ts'

export interface Member {
  user: User
  organisation: OwnOrganisation
  role: Role
}

/**
 * Who is signed in, as a member of this organisation. An organisation that is not one's own answers like one that
 * does not exist: 404. To be called in every load and every action.
 */
export async function requireMember(
  event: Pick<RequestEvent, 'locals' | 'url' | 'request'>,
  orgId: string
): Promise<Member> {
  const user = requireUser(event)
  const own = await listOwnOrganisations(runtime().databases.app, user.id)
  const organisation = own.find(({ id }) => id === orgId)
  if (!organisation) error(404, m.accounts_page_not_found())
  return { user, organisation, role: organisation.role }
}
