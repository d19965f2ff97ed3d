import { error, type RequestEvent } from '@sveltejs/kit'
import * as m from '#lib/messages/generated/messages.js'
import { type Member, requireMember } from './requireMember.ts'

type Visit = Pick<RequestEvent, 'locals' | 'url' | 'request'>

/** A member who may say what programs and dimensions there are: owners and managers. Others get 403. */
export async function requireManager(event: Visit, orgId: string): Promise<Member> {
  const member = await requireMember(event, orgId)
  if (member.role !== 'owner' && member.role !== 'manager') error(403, m.organisation_managers_only())
  return member
}

/** A member who owns the organisation. Others get 403. */
export async function requireOwner(event: Visit, orgId: string): Promise<Member> {
  const member = await requireMember(event, orgId)
  if (member.role !== 'owner') error(403, m.organisation_owners_only())
  return member
}
