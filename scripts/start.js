import { fileURLToPath } from 'node:url'
import { buildIfNeeded } from './build.js'

// `npm start`: build what changed, then become `kith serve` in this very process, so that Ctrl-C and a service
// manager's signal reach the server itself.
try {
  buildIfNeeded()
} catch (error) {
  console.error(`\nKith could not be built. ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}

// A signal sent to npm alone ends npm and the shell between, which pass none on: an orphan stops by itself.
const parent = process.ppid
const watch = setInterval(() => {
  if (process.ppid === parent) return
  clearInterval(watch)
  process.kill(process.pid, 'SIGTERM')
}, 500)
watch.unref()

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
process.argv = [process.execPath, main, 'serve', ...process.argv.slice(2)]
await import('../src/cli/main.ts')
