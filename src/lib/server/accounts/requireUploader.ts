import { error, type RequestEvent } from '@sveltejs/kit'
import * as m from '#lib/messages/generated/messages.js'
import { type Member, requireMember } from './requireMember.ts'

/** A member who may bring answers in and take them back: everybody but viewers. Others get 403. */
export async function requireUploader(
  event: Pick<RequestEvent, 'locals' | 'url' | 'request'>,
  orgId: string
): Promise<Member> {
  const member = await requireMember(event, orgId)
  if (member.role === 'viewer') error(403, m.uploads_not_allowed())
  return member
}
