import { isAPIError } from 'better-auth/api'
import type { Kysely } from 'kysely'
import { addressBlock } from './addressBlock.ts'
import type { Auth } from './auth.ts'
import type { IdentityDatabase } from './identityDatabase.ts'
import { forgetAttempts, takeAttempt } from './takeAttempt.ts'

export interface Credentials {
  email: string
  password: string
  /** Where the request comes from, as the server sees it. */
  address: string
}

export type SignInOutcome =
  { outcome: 'signed-in'; headers: Headers } | { outcome: 'refused' } | { outcome: 'too-many'; retryAfter: number }

const quarterOfAnHour = 15 * 60

/** An office behind one address may sign in and mistype more often than one person may. */
export const signInLimits = {
  account: { window: quarterOfAnHour, max: 10 },
  address: { window: quarterOfAnHour, max: 50 }
}

/**
 * Signs in with e-mail and password: a new session, whose cookie is in `headers`.
 * An e-mail without an account and a wrong password are refused alike, after the same work.
 * Attempts are counted for the account that was tried, whether it exists or not, and for the address.
 */
export async function signIn(
  { auth, identity }: { auth: Auth; identity: Kysely<IdentityDatabase> },
  { email, password, address }: Credentials
): Promise<SignInOutcome> {
  const account = `sign-in account ${email.trim().toLowerCase()}`
  const attempts = [
    await takeAttempt(identity, `sign-in address ${addressBlock(address)}`, signInLimits.address),
    await takeAttempt(identity, account, signInLimits.account)
  ]
  const waits = attempts.flatMap((attempt) => attempt.retryAfter ?? [])
  if (waits.length > 0) return { outcome: 'too-many', retryAfter: Math.max(...waits) }
  try {
    const { headers } = await auth.api.signInEmail({
      body: { email: email.trim().toLowerCase(), password },
      headers: new Headers(),
      returnHeaders: true
    })
    await forgetAttempts(identity, account)
    return { outcome: 'signed-in', headers }
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return { outcome: 'refused' }
    throw error
  }
}
