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

/** Whether every user of the machine may reach this path and read it. Where nothing lies yet, its parent decides. */
export function isOpenToOthers(path: string): boolean {
  if (!existsSync(path)) return dirname(path) !== path && isOpenToOthers(dirname(path))
  const stats = statSync(path)
  const needed = stats.isDirectory() ? 0o001 : 0o004
  return (stats.mode & needed) === needed && (dirname(path) === path || isOpenToOthers(dirname(path)))
}
