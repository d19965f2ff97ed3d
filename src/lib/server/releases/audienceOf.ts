import type { Audience } from '#lib/domain/privacy/policy.ts'
import type { Role } from '../database/schema.ts'

/** Which release a member reads: viewers are not of the team that handles the raw files. */
export function audienceOf(role: Role): Audience {
  return role === 'viewer' ? 'shared' : 'team'
}
