import { appendFile, chown, lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runAs } from './embeddedProcess.ts'
import type { PostgresUser } from './embeddedUser.ts'

/** Superuser of the embedded Postgres and owner of Kith's tables; only migrations use it. */
export const ownerName = 'kith_owner'

export interface EmbeddedServer {
  dataFolder: string
  /** Postgres's own folder. */
  cluster: string
  binaries: string
  user: PostgresUser
  /** Of the owner. */
  password: string
}

/**
 * Creates Postgres's folder the first time: UTF-8, sorted by code point so that no library update changes an index,
 * passwords by SCRAM for every connection. Made beside and renamed at the end: a crash leaves nothing half made.
 */
export async function createCluster({ dataFolder, cluster, binaries, user, password }: EmbeddedServer): Promise<void> {
  if (await lstat(cluster).catch(() => undefined)) return
  const draft = `${cluster}.new`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  const passwordFile = join(dataFolder, 'initdb.password')
  await rm(passwordFile, { force: true })
  await writeFile(passwordFile, password, { mode: 0o600, flag: 'wx' })
  if (user) for (const path of [draft, passwordFile]) await chown(path, user.uid, user.gid)
  try {
    await runAs(user, join(binaries, 'bin', 'initdb'), [
      ...['-D', draft, '-U', ownerName, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    ])
  } finally {
    await rm(passwordFile, { force: true })
  }
  await appendFile(join(draft, 'postgresql.conf'), `include_if_exists = 'kith.conf'\n`)
  await rename(draft, cluster)
}
