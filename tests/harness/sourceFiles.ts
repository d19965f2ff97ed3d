import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { projectFolder } from '#lib/server/dataFolder.ts'

export interface SourceFile {
  /** From the project's folder, with forward slashes: src/lib/ui/Button.svelte. */
  path: string
  source: string
}

/** Every TypeScript and Svelte file under src that people write. */
export function sourceFiles(): SourceFile[] {
  return readdirSync(join(projectFolder, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(projectFolder, path).split(sep).join('/'), source: readFileSync(path, 'utf8') }))
    .filter(({ path }) => !path.startsWith('src/lib/messages/generated/'))
}
