import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectFolder } from '#lib/server/dataFolder.ts'
import { cloneDatabase, type TestDatabase } from '../harness/testDatabase.ts'

export interface Ran {
  status: number | null
  stdout: string
  /** What it told people. */
  stderr: string
}

/** The real command line, each command a process of its own, on a database and in a folder that nobody used before. */
export class CommandLine {
  readonly database: TestDatabase
  readonly folder: string

  private constructor(database: TestDatabase, folder: string) {
    this.database = database
    this.folder = folder
  }

  static async open(): Promise<CommandLine> {
    return new CommandLine(await cloneDatabase(), await mkdtemp(join(tmpdir(), 'kith-cli-')))
  }

  async close(): Promise<void> {
    await this.database.drop()
    await rm(this.folder, { recursive: true, force: true })
  }

  /** Runs `kith ...args`. */
  run(...args: string[]): Promise<Ran> {
    const { ownerUrl, appUrl, shareUrl, identityUrl } = this.database
    const env = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      KITH_DATA: join(this.folder, 'data'),
      DATABASE_URL: ownerUrl,
      APP_DATABASE_URL: appUrl,
      SHARE_DATABASE_URL: shareUrl,
      IDENTITY_DATABASE_URL: identityUrl
    }
    const child = spawn(process.execPath, [join(projectFolder, 'src/cli/main.ts'), ...args], { cwd: this.folder, env })
    const said = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text))
    return new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (status) => resolve({ status, ...said }))
    })
  }

  /** Runs `kith ...args --json` and reads its one document. Throws with what it told people where there is none. */
  async json(...args: string[]) {
    const { status, stdout, stderr } = await this.run(...args, '--json')
    try {
      return { status, stderr, document: JSON.parse(stdout) }
    } catch (cause) {
      throw new Error(`kith ${args.join(' ')} printed no JSON document but: ${stdout}\n${stderr}`, { cause })
    }
  }

  /** Writes a file beside the commands; returns its path. */
  async file(name: string, content: string | Uint8Array | object): Promise<string> {
    const path = join(this.folder, name)
    const text = typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content)
    await writeFile(path, text)
    return path
  }
}
