import { chown, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type EmbeddedServer, ownerName } from './embeddedCluster.ts'
import { isAlive, runAs } from './embeddedProcess.ts'

/**
 * The port of the server that runs on these files, if one does and takes our password: also one that a killed process
 * left behind, or that still recovers from its own crash.
 */
export async function runningPort(server: EmbeddedServer): Promise<number | undefined> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const { pid, port } = await postmaster(server)
    if (pid === undefined) return undefined
    if (!isAlive(pid) || (await isAnotherProgram(pid))) {
      // Left by a crash, and the number may since belong to somebody else, for whom Postgres would wait in vain.
      await rm(join(server.cluster, 'postmaster.pid'), { force: true })
      return undefined
    }
    if (port !== undefined && (await answers(port, server.password))) return port
    await sleep(100)
  }
  throw new Error(
    `A Postgres runs on ${server.cluster} and does not answer. Its words are in ${logFile(server)}; stop it ` +
      '(its process number is the first line of postmaster.pid there) and start Kith again.'
  )
}

/** Starts the server on its former port, or on a free one where that is taken, and waits until it answers. */
export async function startServer(server: EmbeddedServer, extra: Record<string, string>): Promise<number> {
  const former = /^port = (\d+)$/m.exec(await readFile(settingsFile(server), 'utf8').catch(() => ''))?.[1]
  const port = (await freePort(Number(former ?? 0))) ?? (await freePort(0))
  if (port === undefined) throw new Error('No loopback port is free for Postgres.')
  const lines = Object.entries({ ...settings(port), ...extra }).map(([name, value]) => `${name} = ${value}`)
  await writeOwned(server, settingsFile(server), `${lines.join('\n')}\n`)
  await writeOwned(server, logFile(server), '', (await size(logFile(server))) > 10_000_000 ? 'w' : 'a')
  for (let attempt = 1; ; attempt++) {
    try {
      await pgCtl(server, ['start', '-w', '-t', '120', '-l', logFile(server)])
      return port
    } catch (cause) {
      // After a kill of the server, its children need a moment to notice and let go of the shared memory.
      if (attempt >= 10) throw new Error(`Postgres does not start. ${await lastWords(server)}`, { cause })
      await sleep(500)
    }
  }
}

export async function pgCtl(server: EmbeddedServer, args: string[]): Promise<void> {
  await runAs(server.user, join(server.binaries, 'bin', 'pg_ctl'), [...args, '-D', server.cluster])
}

/**
 * No word of an answer may reach the log. An error's very message quotes values ("invalid input syntax ..."), so that
 * errors of statements are left to the app, which knows what it may write; what the server itself does is logged.
 */
function settings(port: number): Record<string, string> {
  return {
    port: String(port),
    listen_addresses: `'127.0.0.1'`,
    unix_socket_directories: `''`,
    max_connections: '50',
    shared_buffers: '128MB',
    max_wal_size: '1GB',
    jit: 'off',
    timezone: `'UTC'`,
    log_timezone: `'UTC'`,
    log_min_messages: 'log',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0'
  }
}

async function postmaster({ cluster }: EmbeddedServer): Promise<{ pid?: number; port?: number }> {
  const [pid, , , port] = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  return { ...(Number(pid) > 0 && { pid: Number(pid) }), ...(Number(port) > 0 && { port: Number(port) }) }
}

async function isAnotherProgram(pid: number): Promise<boolean> {
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => undefined)
  return name !== undefined && name.trim() !== 'postgres'
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: ownerName, password, database: 'postgres' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function freePort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
    })
  })
}

async function writeOwned({ user }: EmbeddedServer, path: string, text: string, flag: 'w' | 'a' = 'w'): Promise<void> {
  await writeFile(path, text, { mode: 0o600, flag })
  if (user) await chown(path, user.uid, user.gid)
}

async function lastWords(server: EmbeddedServer): Promise<string> {
  const text = await readFile(logFile(server), 'utf8').catch(() => '')
  return `Its last words, from ${logFile(server)}:\n${text.trim().split('\n').slice(-8).join('\n')}`
}

async function size(path: string): Promise<number> {
  return stat(path).then(
    (stats) => stats.size,
    () => 0
  )
}

/** Postgres reads this file after its own and lets it win; Kith writes it anew at each start. */
function settingsFile({ cluster }: EmbeddedServer): string {
  return join(cluster, 'kith.conf')
}

function logFile({ dataFolder }: EmbeddedServer): string {
  return join(dataFolder, 'postgres.log')
}
