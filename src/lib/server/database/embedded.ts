import { chmod, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Keys } from '../keys.ts'
import { prepareBinaries } from './embeddedBinaries.ts'
import { createCluster, ownerName } from './embeddedCluster.ts'
import { pgCtl, runningPort, startServer } from './embeddedServer.ts'
import { isOpenTo, type PostgresUser, postgresUser } from './embeddedUser.ts'
import { enter, leave, withTurn } from './embeddedUses.ts'

export interface EmbeddedPostgres {
  /** Owner's connection string to the database `kith`. */
  url: string
  /** It ran before: another process started it, or one that was killed left it behind. */
  alreadyRunning: boolean
  /** Gives it back. The last one to do so stops it; processes that were killed do not count. */
  stop(): Promise<void>
}

/**
 * Runs Postgres from the installed binaries, on a loopback port, with its files in `dataFolder/postgres`, and creates
 * the database `kith` the first time. Any number of processes may share it: servers, commands, and what a kill left
 * behind. Throws, with Postgres's own last words, when it cannot run.
 *
 * `extra` adds settings of Postgres (postgresql.conf) to those that Kith always gives.
 */
export async function startEmbedded(place: {
  dataFolder: string
  keys: Keys
  extra?: Record<string, string>
}): Promise<EmbeddedPostgres> {
  const { dataFolder, keys, extra = {} } = place
  await mkdir(dataFolder, { recursive: true })
  return withTurn(dataFolder, async () => {
    const cluster = join(dataFolder, 'postgres')
    const user = await postgresUser(cluster)
    await openFolder(dataFolder, user)
    const binaries = await prepareBinaries(dataFolder, user)
    const server = { dataFolder, cluster, binaries, user, password: keys.passwords.owner }
    await createCluster(server)
    const found = await runningPort(server)
    const port = found ?? (await startServer(server, extra))
    await createDatabase(urlTo(port, keys, 'postgres'))
    const use = await enter(dataFolder)
    return {
      url: urlTo(port, keys, 'kith'),
      alreadyRunning: found !== undefined,
      stop: () =>
        withTurn(dataFolder, async () => {
          if (await leave(dataFolder, use)) await pgCtl(server, ['stop', '-m', 'fast', '-w', '-t', '60'])
        })
    }
  })
}

/** Another user than ours must be able to pass through the folder to Postgres's own; the files in it stay closed. */
async function openFolder(dataFolder: string, user: PostgresUser): Promise<void> {
  if (!user || isOpenTo(user, dataFolder)) return
  const { mode, uid } = await stat(dataFolder)
  if (uid === process.getuid?.()) await chmod(dataFolder, (mode & 0o777) | 0o011)
  if (isOpenTo(user, dataFolder)) return
  throw new Error(
    `Postgres runs as the user "${user.name}", who cannot reach ${dataFolder}. Give KITH_DATA a folder that other ` +
      'users may pass through, or start Kith as an ordinary user.'
  )
}

function urlTo(port: number, keys: Keys, database: string): string {
  return `postgres://${ownerName}:${encodeURIComponent(keys.passwords.owner)}@127.0.0.1:${port}/${database}`
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query(`select from pg_database where datname = 'kith'`)
    if (rowCount === 0) await client.query('create database kith')
  } finally {
    await client.end()
  }
}
