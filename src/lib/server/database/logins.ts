import pg from 'pg'

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

/**
 * Creates the logins where they do not exist yet (roles belong to the whole cluster) and sets their passwords.
 * Throws with the settings to give instead, where the owner may not create roles.
 */
export async function ensureLogins(ownerUrl: string, logins: Login[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    for (const { name, password } of logins) {
      const found = await client.query('select from pg_roles where rolname = $1', [name])
      const role = client.escapeIdentifier(name)
      const verb = found.rowCount === 0 ? 'create' : 'alter'
      await client.query(
        `${verb} role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls password ${client.escapeLiteral(password)}`
      )
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
