import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = join(root, 'build', '.sources')
const generated = join('src', 'lib', 'messages', 'generated')
const sources = ['src', 'messages', 'static', 'project.inlang/settings.json', 'package.json', 'package-lock.json']
const settings = ['svelte.config.js', 'vite.config.ts', 'tsconfig.json', 'scripts/buildPages.js']

/** Builds the pages unless the last build was made from these very sources. Throws when the build fails. */
export function buildIfNeeded() {
  const now = sourcesHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  console.error('Kith builds its pages; this takes a moment after each change.')
  rmSync(stamp, { force: true })
  compileMessages()
  run(process.execPath, [join(root, 'scripts', 'buildPages.js')])
  writeFileSync(stamp, now)
}

/** Writes the functions by which pages say their words, from messages/. Throws when a message does not parse. */
export function compileMessages() {
  run(tool('paraglide-js'), ['compile', '--silent', '--project', './project.inlang', '--outdir', `./${generated}`])
}

/** @param {string} name */
function tool(name) {
  return join(root, 'node_modules', '.bin', name)
}

/**
 * Runs a program to its end. What it says is of interest only where it fails.
 * @param {string} program @param {string[]} args
 */
function run(program, args) {
  const shell = process.platform === 'win32' && program !== process.execPath
  const { status, error, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8', shell })
  if (error) throw error
  if (status !== 0) throw new Error(`\`${program} ${args.join(' ')}\` failed and said:\n${stdout}${stderr}`)
}

/** What is in the sources, not when they were touched: a fresh checkout of the same sources needs no build. */
function sourcesHash() {
  const hash = createHash('sha256')
  for (const file of [...sources, ...settings].flatMap(filesUnder)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** @param {string} place @returns {string[]} */
function filesUnder(place) {
  const path = join(root, place)
  if (!existsSync(path) || place === generated) return []
  if (!statSync(path).isDirectory()) return [place]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(place, name)))
}
