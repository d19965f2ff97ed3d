import { spawn } from 'node:child_process'
import type { PostgresUser } from './embeddedUser.ts'

/** Runs one of Postgres's programs to its end. Throws with what it said when it fails. */
export async function runAs(user: PostgresUser, program: string, args: string[]): Promise<void> {
  const child = spawn(program, args, {
    // Of the environment only what it needs: PGDATA and its like would lead it elsewhere.
    env: { PATH: process.env.PATH, SYSTEMROOT: process.env.SYSTEMROOT, LC_ALL: 'C', TZ: 'UTC' },
    // Not the project's folder: its user may not be allowed to enter that.
    cwd: process.platform === 'win32' ? undefined : '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user ? { uid: user.uid, gid: user.gid } : {})
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    // Not `close`: the server that pg_ctl starts may hold the pipes open for as long as it runs.
    child.once('exit', resolve)
  })
  child.stdout.destroy()
  child.stderr.destroy()
  if (status !== 0) throw new Error(said.trim() || `${program} ended with status ${status}`)
}

/** Whether a process lives, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
