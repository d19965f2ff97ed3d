import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isOpenTo } from './database/embeddedUser.ts'

/** The project's folder, a slash at its end; found from this file, and from the copy that the build makes of it. */
export const projectFolder = join(folderAbove(import.meta.dirname), '/')

/**
 * Where the data lies unless KITH_DATA says otherwise: `.kith` in the project's folder. Postgres refuses to run as
 * root and runs as another user then; a project in a closed home folder, out of that user's reach, gets a folder in
 * /var/lib, one for each project folder.
 */
export function defaultDataFolder(): string {
  const inProject = join(projectFolder, '.kith')
  if (process.getuid?.() !== 0 || existsSync(inProject) || isOpenTo('everyone', projectFolder)) return inProject
  const name = createHash('sha256').update(projectFolder).digest('hex').slice(0, 8)
  return join('/var/lib', `kith-${name}`)
}

function folderAbove(folder: string): string {
  if (existsSync(join(folder, 'migrations')) && existsSync(join(folder, 'package.json'))) return folder
  if (dirname(folder) === folder) throw new Error('The folder of Kith has no package.json beside its migrations.')
  return folderAbove(dirname(folder))
}
