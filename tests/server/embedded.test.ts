import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startEmbedded } from '#lib/server/database/embedded.ts'
import { isAlive } from '#lib/server/database/embeddedProcess.ts'
import { isOpenTo } from '#lib/server/database/embeddedUser.ts'
import { readKeys } from '#lib/server/keys.ts'

const holder = new URL('../harness/holdPostgres.ts', import.meta.url).pathname

describe('the embedded Postgres', () => {
  let dataFolder: string
  let others: ChildProcess[]

  beforeEach(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'kith-embedded-'))
    others = []
  })
  afterEach(async () => {
    for (const other of others) await killed(other)
    await (await start()).stop()
    expect(await runningPid()).toBeUndefined()
    await rm(dataFolder, { recursive: true })
  })

  async function start() {
    return startEmbedded({ dataFolder, keys: await readKeys(dataFolder) })
  }

  /** Another Node process that uses it, as a server or a command would. */
  async function startElsewhere(): Promise<{ child: ChildProcess; url: string; alreadyRunning: boolean }> {
    const child = spawn(process.execPath, [holder, dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] })
    others.push(child)
    let said = ''
    for await (const chunk of child.stdout) if ((said += chunk).includes('\n')) break
    return { child, ...JSON.parse(said) }
  }

  async function postmasterPid(): Promise<number> {
    return Number((await readFile(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
  }

  async function runningPid(): Promise<number | undefined> {
    return existsSync(join(dataFolder, 'postgres', 'postmaster.pid')) ? postmasterPid() : undefined
  }

  it('keeps text as UTF-8 and sorts by code point, behind a password, on this machine alone', async () => {
    const { url, stop } = await start()
    const [row] = await rows(
      url,
      `select current_database() as name, pg_encoding_to_char(encoding) as encoding, datlocprovider as provider,
         datlocale as locale, current_setting('listen_addresses') as listens, current_setting('jit') as jit,
         current_setting('log_parameter_max_length_on_error') as logged, current_setting('password_encryption') as hash
       from pg_database where datname = current_database()`
    )
    expect(row).toEqual({
      name: 'kith',
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
      listens: '127.0.0.1',
      jit: 'off',
      logged: '0',
      hash: 'scram-sha-256'
    })
    const wrong = new URL(url)
    wrong.password = 'guessed'
    await expect(rows(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    await stop()
  })

  it('never runs as root', async () => {
    const { stop } = await start()
    const { uid } = await stat(join(dataFolder, 'postgres'))
    expect(uid).not.toBe(0)
    await stop()
  })

  it('is the same for all who use it, and stops with the last of them', async () => {
    const first = await start()
    const { child, url, alreadyRunning } = await startElsewhere()
    expect({ url, alreadyRunning }).toEqual({ url: first.url, alreadyRunning: true })
    const pid = await postmasterPid()
    await first.stop()
    expect(isAlive(pid)).toBe(true)
    await killed(child)
    const last = await start()
    await last.stop()
    expect(await runningPid()).toBeUndefined()
    await gone(pid)
  })

  it('is made once when several start at the same instant on an empty folder', async () => {
    const started = await Promise.all([startElsewhere(), startElsewhere(), startElsewhere(), start()])
    expect(new Set(started.map(({ url }) => url)).size).toBe(1)
    expect(started.filter(({ alreadyRunning }) => !alreadyRunning)).toHaveLength(1)
    const ours = started[3]
    if (ours && 'stop' in ours) await ours.stop()
  })

  it('outlives a kill of the process that started it, and the next one takes it over and stops it', async () => {
    const { child, url } = await startElsewhere()
    await rows(url, 'create table kept as select 7 as number')
    const pid = await postmasterPid()
    await killed(child)
    expect(isAlive(pid)).toBe(true)
    const next = await start()
    expect(next.alreadyRunning).toBe(true)
    expect(await rows(next.url, 'select number from kept')).toEqual([{ number: 7 }])
    await next.stop()
    await gone(pid)
  })

  it('keeps what was committed when Postgres itself is killed while writing', async () => {
    const first = await start()
    await rows(first.url, 'create table written (number bigint primary key)')
    const client = new pg.Client({ connectionString: first.url })
    client.on('error', () => undefined)
    await client.connect()
    let committed = 0
    const writing = (async () => {
      for (;;) {
        await client.query('insert into written select $1::bigint * 1000 + n from generate_series(1, 1000) n', [
          committed
        ])
        committed++
      }
    })()
    await sleep(300)
    process.kill(await postmasterPid(), 'SIGKILL')
    await expect(writing).rejects.toThrow()
    const next = await start()
    expect(next.alreadyRunning).toBe(false)
    const [row] = await rows(next.url, 'select count(*)::int as count from written')
    // The answer to the last insert may have been lost with the server; its rows then count or do not, as a whole.
    expect([committed * 1000, (committed + 1) * 1000]).toContain(row?.count)
    await next.stop()
    await first.stop()
  })

  it('starts although a crash left the number of a process that now belongs to somebody else', async () => {
    await (await start()).stop()
    const left = `${process.pid}\n${join(dataFolder, 'postgres')}\n1700000000\n5999\n\n127.0.0.1\n\nready   \n`
    await writeFile(join(dataFolder, 'postgres', 'postmaster.pid'), left)
    const { url, stop } = await start()
    expect(await rows(url, 'select 1 as one')).toEqual([{ one: 1 }])
    await stop()
  })

  it('does not wait for a process that was killed while it was starting or stopping it', async () => {
    const { child } = await startElsewhere()
    await killed(child)
    await writeFile(join(dataFolder, 'postgres-turn'), `${child.pid}-1700000000000`)
    const { stop } = await start()
    await stop()
    expect(await runningPid()).toBeUndefined()
  })

  it('begins again where a crash cut the very first start short', async () => {
    await mkdir(join(dataFolder, 'postgres.new'))
    await writeFile(join(dataFolder, 'postgres.new', 'half'), '')
    const { url, stop } = await start()
    expect(await rows(url, 'select 1 as one')).toEqual([{ one: 1 }])
    await stop()
  })

  it('moves to another port when somebody took its own, and says so in its address', async () => {
    const first = await start()
    await first.stop()
    const { createServer } = await import('node:net')
    const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1')
    await once(squatter, 'listening')
    const { url, stop } = await start()
    expect(new URL(url).port).not.toBe(new URL(first.url).port)
    expect(await rows(url, 'select 1 as one')).toEqual([{ one: 1 }])
    await stop()
    squatter.close()
  })

  it('writes no value into its log when statements fail', async () => {
    const { url, stop } = await start()
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query('create table answer (person text primary key, score int)')
    const failures = [
      [`insert into answer values ($1, 1), ($1, 2)`, ['Canary Finch']],
      [`insert into answer values ('a', $1::text::int)`, ['Canary Wren']],
      [`select 'Canary Robin'::int`, []],
      [`do $$ begin raise exception using message = 'failed', detail = 'Canary Stork'; end $$`, []]
    ] as const
    for (const [statement, values] of failures) await expect(client.query(statement, [...values])).rejects.toThrow()
    await client.end()
    await stop()
    const log = await readFile(join(dataFolder, 'postgres.log'), 'utf8')
    expect(log).toContain('ready to accept connections')
    expect(log).not.toContain('Canary')
  })
})

describe('whether a user may reach a folder', () => {
  it('asks every folder on the way', async () => {
    const outer = await mkdtemp(join(tmpdir(), 'kith-reach-'))
    const inner = join(outer, 'inner')
    await mkdir(inner, { mode: 0o755 })
    const { uid } = await stat(outer)
    const stranger = { uid: uid + 12345, gid: 12345, name: 'stranger' }
    for (const [mode, open] of [
      [0o700, false],
      [0o711, true],
      [0o710, false],
      [0o755, true]
    ] as const) {
      await chmod(outer, mode)
      expect(isOpenTo('everyone', inner), `everyone, ${mode.toString(8)}`).toBe(open)
      expect(isOpenTo(stranger, inner), `a stranger, ${mode.toString(8)}`).toBe(open)
      expect(isOpenTo(stranger, join(inner, 'not', 'there', 'yet')), `beyond it, ${mode.toString(8)}`).toBe(open)
    }
    await rm(outer, { recursive: true })
  })
})

async function rows(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

async function gone(pid: number): Promise<void> {
  for (let wait = 0; wait < 100 && isAlive(pid); wait++) await sleep(50)
  expect(isAlive(pid)).toBe(false)
}
