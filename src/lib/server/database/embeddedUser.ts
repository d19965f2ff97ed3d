import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Whom Postgres runs as; `null` is whoever runs Kith. */
export type PostgresUser = { uid: number; gid: number; name: string } | null

/**
 * Postgres refuses to run as root. Root's Kith runs it as the owner of its files, or, the first time, as `postgres`
 * or `nobody`: an existing account, because initdb asks for its name. Throws when there is none.
 */
export async function postgresUser(cluster: string): Promise<PostgresUser> {
  if (process.getuid?.() !== 0) return null
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid }) => uid > 0)
  const owner = existsSync(cluster) ? statSync(cluster).uid : 0
  const found =
    accounts.find(({ uid }) => uid === owner) ??
    accounts.find(({ name }) => name === 'postgres') ??
    accounts.find(({ name }) => name === 'nobody')
  if (found) return found
  throw new Error(
    'Postgres does not run as root, and this machine has neither an account "postgres" nor "nobody" to run it as. ' +
      'Start Kith as an ordinary user, or name an existing Postgres in DATABASE_URL.'
  )
}

/**
 * Whether this user, or every user of the machine, may reach a path and read it. Where nothing lies yet, its parent
 * decides. Groups are left out of account.
 */
export function isOpenTo(user: PostgresUser | 'everyone', path: string): boolean {
  if (user === null) return true
  const above = dirname(path)
  if (!existsSync(path)) return above !== path && isOpenTo(user, above)
  const stats = statSync(path)
  const shift = user !== 'everyone' && user.uid === stats.uid ? 6 : 0
  const needed = (stats.isDirectory() ? 0o1 : 0o4) << shift
  return (stats.mode & needed) === needed && (above === path || isOpenTo(user, above))
}
