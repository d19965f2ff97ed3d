// Runs before `npm start` and `npm test`, and after every `npm install`, on whatever Node the host has (18 or newer):
// plain JavaScript and nothing from node_modules.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The lock file's versions, and no lock file written. Not `npm ci`: from 11.19 on that one refuses a lock file without
 * the optional packages of platforms for which the registry had none when it was written.
 */
const install = ['install', '--no-save', '--no-audit', '--no-fund']

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const stamp = join(modules, '.kith-lock')
const windows = process.platform === 'win32'
const ownNode = join(modules, '.bin', windows ? 'node.cmd' : 'node')

/** From here on npm installs the native parts of the build; on an older Node it leaves them out without a word. */
const oldestNode = '22.17.0'

if (process.argv.includes('--installed')) {
  // An install by hand counts as whole if the Node that npm itself ran on was new enough.
  const onNode = /node\/v(\S+)/.exec(process.env.npm_config_user_agent ?? '')?.[1] ?? process.versions.node
  if (isNewEnough(onNode) && existsSync(join(modules, nodePackage() ?? ''))) finish()
} else if (installed() !== lockHash() || !existsSync(ownNode)) {
  console.error('Kith installs what it needs; this takes a minute the first time.')
  // Without a stamp an install was cut short, and nobody knows which packages are whole.
  if (existsSync(stamp)) rmSync(stamp)
  else rmSync(modules, { recursive: true, force: true })
  if (!isNewEnough(process.versions.node)) installOnNewNode()
  else npm(process.execPath, root, install)
  finish()
}

/** @param {string} version */
function isNewEnough(version) {
  return version.localeCompare(oldestNode, 'en', { numeric: true }) >= 0
}

/** npm 10 and older remove the link to Node again when they clear away the Nodes of other platforms. */
function finish() {
  const name = nodePackage()
  if (!existsSync(ownNode) && name) npm(process.execPath, root, ['rebuild', name])
  if (!existsSync(ownNode)) {
    fail(`There is no Node for this machine (${process.platform} ${process.arch}) among what was installed.`)
  }
  writeFileSync(stamp, lockHash())
}

/** Fetches Kith's own Node first, checked against the lock file, and lets npm run on that one. */
function installOnNewNode() {
  const name = nodePackage()
  if (!name) return fail(`Kith knows no Node for this machine (${process.platform} ${process.arch}).`)
  const folder = mkdtempSync(join(tmpdir(), 'kith-node-'))
  // Also where npm fails, which ends this process.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const locked = lock().packages[`node_modules/${name}`]
  const project = { name: 'kith-node', version: '1.0.0', private: true, dependencies: { [name]: locked.version } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(project))
  const packages = { '': project, [`node_modules/${name}`]: { ...locked, optional: false } }
  const { version } = project
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify({ name: project.name, version, lockfileVersion: 3, requires: true, packages })
  )
  if (existsSync(join(root, '.npmrc'))) cpSync(join(root, '.npmrc'), join(folder, '.npmrc'))
  npm(process.execPath, folder, ['ci', '--no-audit', '--no-fund'])
  const node = join(folder, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node')
  npm(node, root, install)
}

/**
 * Runs npm on a given Node. `npm_execpath` is the npm that called this script; without it, the one on PATH.
 * @param {string} node @param {string} cwd @param {string[]} args
 */
function npm(node, cwd, args) {
  const called = process.env.npm_execpath ?? ''
  const path = join(node, '..') + (windows ? ';' : ':') + (process.env.PATH ?? '')
  // The caller's npm leaves settings of its own place in the environment; this run reads them afresh.
  const { npm_config_local_prefix, npm_config_prefix, INIT_CWD, ...rest } = process.env
  const env = { ...rest, PATH: path, npm_config_loglevel: process.env.npm_config_loglevel ?? 'error' }
  const { status, error } = basename(called).startsWith('npm-cli')
    ? spawnSync(node, [called, ...args], { cwd, env, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd, env, stdio: ['ignore', 2, 2], shell: windows })
  if (error) fail(`npm could not be run: ${error.message}`)
  if (status !== 0) fail(`npm ${args.join(' ')} did not succeed (its own words stand above).`)
}

/** The package that holds Node for this machine, as package.json names it. */
function nodePackage() {
  const platform = windows ? 'win' : process.platform
  const wanted = [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`]
  return wanted.find((name) => `node_modules/${name}` in lock().packages)
}

function lock() {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
}

function lockHash() {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  return `${hash} ${process.platform} ${process.arch}\n`
}

function installed() {
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined
}

/** @param {string} reason @returns {never} */
function fail(reason) {
  console.error(
    `\nKith could not install what it needs. ${reason}\n` +
      'To mend it: look whether this machine reaches the npm registry (`npm ping`) and has 2 GB of free disk,\n' +
      'then remove the folder node_modules and run the same command again.'
  )
  process.exit(1)
}
