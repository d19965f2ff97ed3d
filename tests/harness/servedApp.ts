import { type ChildProcess, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface ServedApp {
  /** Where it is, without a slash at the end. */
  origin: string
  dataFolder: string
  /** What it printed so far, as its operator would see it: the one-time code among it. */
  output(): string
  /** Stops it and removes its data. */
  stop(): Promise<void>
}

/**
 * The server of a built Kith in the folder `project`, as a process of its own with these settings alone; its data lie in
 * `dataFolder`. Throws with everything it printed when it does not serve within a minute.
 */
export async function serveApp(
  project: string,
  dataFolder: string,
  settings: Record<string, string>
): Promise<ServedApp> {
  const port = await freePort()
  const child = spawn(process.execPath, [join(project, 'src/cli/main.ts'), 'serve'], {
    cwd: dataFolder,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      KITH_DATA: dataFolder,
      HOST: '127.0.0.1',
      PORT: String(port),
      ...settings
    },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const app: ServedApp = {
    origin: `http://127.0.0.1:${port}`,
    dataFolder,
    output: () => said,
    async stop() {
      await ended(child)
      await rm(dataFolder, { recursive: true, force: true })
    }
  }
  try {
    await untilServed(child, app)
    return app
  } catch (error) {
    await app.stop()
    throw error
  }
}

async function untilServed(child: ChildProcess, app: ServedApp): Promise<void> {
  for (const start = Date.now(); Date.now() - start < 60_000; await sleep(100)) {
    if (child.exitCode !== null || child.signalCode !== null) break
    const response = await fetch(app.origin, { redirect: 'manual' }).catch(() => undefined)
    await response?.body?.cancel()
    if (response && response.status < 500) return
  }
  throw new Error(`The app does not serve. It said:\n${app.output()}`)
}

/** Asked to stop as a service manager asks; killed when it does not within twenty seconds. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const patience = setTimeout(() => child.kill('SIGKILL'), 20_000)
  child.kill('SIGTERM')
  await exit
  clearTimeout(patience)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
