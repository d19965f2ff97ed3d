import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from './embeddedProcess.ts'

/**
 * Who uses the embedded Postgres, as files named `<process>-<its birth>-<random>` in `dataFolder/postgres-uses`.
 * The file of a killed process is known by its dead number, or by a birth that is not that of this process.
 */
const birth = Math.round(performance.timeOrigin)

/** Enters one use; returns its name for `leave`. Call within a turn. */
export async function enter(dataFolder: string): Promise<string> {
  await mkdir(folder(dataFolder), { recursive: true, mode: 0o700 })
  const use = `${process.pid}-${birth}-${randomBytes(4).toString('hex')}`
  await writeFile(join(folder(dataFolder), use), '')
  return use
}

/** Ends one use; returns whether it was the last one, so that the server should stop. Call within a turn. */
export async function leave(dataFolder: string, use: string): Promise<boolean> {
  await rm(join(folder(dataFolder), use), { force: true })
  const left = await readdir(folder(dataFolder))
  const ended = left.filter((name) => !isCurrent(name))
  for (const name of ended) await rm(join(folder(dataFolder), name), { force: true })
  return left.length === ended.length
}

/** Runs a task while no other process starts or stops the server. A turn that a killed process held is taken over. */
export async function withTurn<Result>(dataFolder: string, task: () => Promise<Result>): Promise<Result> {
  const path = join(dataFolder, 'postgres-turn')
  for (let attempt = 0; !(await takeTurn(path)); attempt++) {
    if (attempt > 1800) {
      throw new Error(
        `Another process has been starting or stopping Postgres for three minutes. If none is, remove ${path}.`
      )
    }
    await sleep(100)
  }
  try {
    return await task()
  } finally {
    await rm(path, { force: true })
  }
}

async function takeTurn(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600)
    await file.writeFile(`${process.pid}-${birth}`)
    await file.close()
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const holder = await readFile(path, 'utf8').catch(() => '')
  const age = await stat(path).then(
    (stats) => Date.now() - stats.mtimeMs,
    () => 0
  )
  // Empty for an instant between making and writing; empty for long when killed just there.
  if (holder === '' ? age > 5000 : !isCurrent(holder)) await rm(path, { force: true })
  return false
}

function isCurrent(name: string): boolean {
  const [pid, born] = name.split('-').map(Number)
  if (pid === undefined || !(pid > 0)) return false
  return pid === process.pid ? born === birth : isAlive(pid)
}

function folder(dataFolder: string): string {
  return join(dataFolder, 'postgres-uses')
}
