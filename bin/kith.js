#!/usr/bin/env node
// `npx kith` before the first install runs on the host's Node, whichever that is: plain JavaScript, no dependencies.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const windows = process.platform === 'win32'
// The program itself, not the link in .bin: on Windows that one is a script.
const places = [
  `node-${windows ? 'win' : process.platform}-${process.arch}`,
  `node-bin-${process.platform}-${process.arch}`
]
const node = places
  .map((name) => join(root, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node'))
  .find((path) => existsSync(path))

if (!node || !existsSync(join(root, 'node_modules', '.kith-lock'))) {
  console.error(`Kith is not installed yet. Run \`npm install\` or \`npm start\` in ${root} first.`)
  process.exit(1)
}

const child = spawn(node, [join(root, 'src', 'cli', 'main.ts'), ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  // A terminal sends Ctrl-C to both already; the child decides when it has finished.
  process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal))
}
child.on('exit', (code, signal) => {
  process.exitCode = signal ? 1 : (code ?? 1)
})
