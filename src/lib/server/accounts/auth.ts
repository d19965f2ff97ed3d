import { betterAuth } from 'better-auth'
import type { Kysely } from 'kysely'
import { hashPassword, verifyPassword } from './passwordHash.ts'
import { passwordLength } from './passwordLength.ts'
import type { IdentityDatabase } from './identityDatabase.ts'

export interface AuthSettings {
  /** Connected as the identity login. */
  identity: Kysely<IdentityDatabase>
  /** Signs the session cookie; at least 32 random bytes, as text. */
  secret: string
  /** Where the browser finds this server: scheme, host and port. */
  origin: string
}

export type Auth = ReturnType<typeof createAuth>

const hour = 3600

/** A session that nobody used for a day ends; one that is used ends a week after signing in (see findSession). */
export const sessionIdleSeconds = 24 * hour
export const sessionLongestSeconds = 7 * 24 * hour

/**
 * Passwords and sessions, by better-auth. Its own routes are not mounted: pages call its functions, so that there is
 * no second door beside the forms. It reaches out to nothing: no telemetry, no provider, no e-mail.
 */
export function createAuth({ identity, secret, origin }: AuthSettings) {
  const https = new URL(origin).protocol === 'https:'
  // Browsers drop __Host- cookies over plain http, and keep them from neighbours and subdomains over https.
  const cookieName = (name: string) => (https ? `__Host-kith_${name}` : `kith_${name}`)
  return betterAuth({
    appName: 'Kith',
    baseURL: origin,
    secret,
    trustedOrigins: [origin],
    database: { db: identity, type: 'postgres', schemaName: 'identity', transaction: true },
    telemetry: { enabled: false },
    // Message alone: what else it logs may hold what somebody typed.
    logger: { level: 'error', log: (_level, message) => console.error(`Accounts: ${message}`) },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      password: { hash: hashPassword, verify: verifyPassword }
    },
    session: {
      expiresIn: sessionIdleSeconds,
      updateAge: hour / 6,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at'
      }
    },
    user: { fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' } },
    account: {
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at'
      }
    },
    verification: { fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' } },
    // It counts only requests to its own routes; attempts are counted in signIn, for whatever way leads there.
    rateLimit: { enabled: false },
    advanced: {
      database: { generateId: 'uuid' },
      disableOriginCheck: false,
      // The prefix is ours (above), so its own "__Secure-" is off.
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: https },
      cookies: {
        session_token: { name: cookieName('session') },
        session_data: { name: cookieName('session_data') },
        account_data: { name: cookieName('account_data') },
        dont_remember: { name: cookieName('dont_remember') }
      },
      // Sessions are kept without an address.
      ipAddress: { disableIpTracking: true }
    }
  })
}
