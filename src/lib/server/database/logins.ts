import pg from 'pg'
import type { Keys } from '../keys.ts'

/** A database login of its own for each task; `owner` migrates, and nothing else runs as `owner`. */
export interface Login {
  name: string
  password: string
}

export interface Logins {
  /** The app: every table of schema kith, through row-level security. */
  app: Login
  /** Share links: one security-definer function and nothing else. */
  share: Login
  /** Accounts and sessions: schema identity and nothing else. */
  identity: Login
}

/** Connection strings given from outside, for a Postgres on which Kith may not create logins. */
export type GivenLogins = Partial<Record<keyof Logins, string | undefined>>

/** The logins that Kith uses: its own names with the passwords of its keys, or those given. */
export function logins({ passwords }: Pick<Keys, 'passwords'>, given: GivenLogins = {}): Logins {
  const login = (part: keyof Logins): Login => {
    const url = given[part]
    if (url === undefined) return { name: `kith_${part}`, password: passwords[part] }
    const { username, password } = new URL(url)
    return { name: decodeURIComponent(username), password: decodeURIComponent(password) }
  }
  return { app: login('app'), share: login('share'), identity: login('identity') }
}

/** Where each login connects: the owner's server and database, under its own name. */
export function loginUrls(ownerUrl: string, logins: Logins, given: GivenLogins = {}): Record<keyof Logins, string> {
  const url = (part: keyof Logins): string => {
    const own = new URL(given[part] ?? ownerUrl)
    own.username = encodeURIComponent(logins[part].name)
    own.password = encodeURIComponent(logins[part].password)
    return own.href
  }
  return { app: url('app'), share: url('share'), identity: url('identity') }
}

/**
 * Creates the logins that were not given, where they do not exist yet (roles belong to the whole cluster), and sets
 * their passwords. Throws with the settings to give instead, where the owner may not create roles.
 */
export async function ensureLogins(ownerUrl: string, logins: Logins, given: GivenLogins = {}): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    for (const part of ['app', 'share', 'identity'] as const) {
      if (given[part] !== undefined) continue
      const { name, password } = logins[part]
      const found = await client.query('select from pg_roles where rolname = $1', [name])
      const role = client.escapeIdentifier(name)
      const verb = found.rowCount === 0 ? 'create' : 'alter'
      // No right is named that a login lacks by itself: only a superuser may name some of them, even to refuse them.
      await client.query(`${verb} role ${role} login password ${client.escapeLiteral(password)}`)
    }
  } catch (cause) {
    throw new Error(
      'The database does not allow DATABASE_URL to create logins. Create three logins there and name them in ' +
        'APP_DATABASE_URL, SHARE_DATABASE_URL and IDENTITY_DATABASE_URL.',
      { cause }
    )
  } finally {
    await client.end()
  }
}
