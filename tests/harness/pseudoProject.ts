import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { projectFolder } from '#lib/server/dataFolder.ts'
import { pseudoLocales, type PseudoLocale, pseudoMessages } from './pseudoLocales.ts'

const parts = ['src', 'messages', 'migrations', 'static', 'scripts', 'project.inlang/settings.json', 'package.json']
const settings = ['package-lock.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json']
const generated = join('src', 'lib', 'messages', 'generated')

export interface PseudoProject {
  folder: string
  remove(): Promise<void>
}

/**
 * A built copy of the project that also speaks the languages of pseudoLocales.ts. Only this copy does: what people get
 * offers none of them and holds not a word of them.
 */
export async function buildPseudoProject(): Promise<PseudoProject> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-languages-'))
  for (const part of [...parts, ...settings]) {
    cpSync(join(projectFolder, part), join(folder, part), {
      recursive: true,
      filter: (path) => !path.endsWith(generated)
    })
  }
  symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const locales = Object.keys(pseudoLocales) as PseudoLocale[]
  for (const locale of locales) writeMessages(folder, locale)
  const file = join(folder, 'project.inlang', 'settings.json')
  const project = readJson(file)
  writeFileSync(file, JSON.stringify({ ...project, locales: ['en', ...locales] }))
  const { buildIfNeeded } = await import(pathToFileURL(join(folder, 'scripts', 'build.js')).href)
  buildIfNeeded()
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

function writeMessages(folder: string, locale: PseudoLocale): void {
  const from = join(folder, 'messages', 'en')
  const to = join(folder, 'messages', locale)
  mkdirSync(to)
  for (const name of readdirSync(from)) {
    writeFileSync(join(to, name), JSON.stringify(pseudoMessages(readJson(join(from, name)), locale)))
  }
}

function readJson(file: string): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')))
}
