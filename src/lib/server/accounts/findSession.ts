import type { Kysely } from 'kysely'
import { sessionLongestSeconds, type Auth } from './auth.ts'
import type { IdentityDatabase } from './identityDatabase.ts'

export interface User {
  id: string
  email: string
  name: string
}

export interface FoundSession {
  /** Null when the cookie names no session that still counts. */
  user: User | null
  /** Holds the cookies to set: a session that is used lives on, one that ended is taken away. */
  headers: Headers
}

/** Who sent a request with these headers, by its session cookie. Ends a session that has lasted its longest. */
export async function findSession(
  { auth, identity }: { auth: Auth; identity: Kysely<IdentityDatabase> },
  requestHeaders: Headers
): Promise<FoundSession> {
  const { response: found, headers } = await auth.api.getSession({ headers: requestHeaders, returnHeaders: true })
  if (!found) return { user: null, headers }
  const { session, user } = found
  if (Date.now() - session.createdAt.getTime() > sessionLongestSeconds * 1000) {
    await identity.deleteFrom('identity.session').where('id', '=', session.id).execute()
    return { user: null, headers: await signOut(auth, requestHeaders) }
  }
  return { user: { id: user.id, email: user.email, name: user.name }, headers }
}

/** Ends the session that these headers' cookie names, if any; returns the headers that take the cookie away. */
export async function signOut(auth: Auth, requestHeaders: Headers): Promise<Headers> {
  const { headers } = await auth.api.signOut({ headers: requestHeaders, returnHeaders: true })
  return headers
}
