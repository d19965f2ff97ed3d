import { buildIfNeeded } from './build.js'

// `npm start`: build what changed, then become `kith serve` in this very process, so that Ctrl-C and a service
// manager's signal reach the server itself and nothing can be left behind.
try {
  buildIfNeeded()
} catch (error) {
  console.error(`\nKith could not be built. ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
process.argv = [
  process.execPath,
  new URL('../src/cli/main.ts', import.meta.url).pathname,
  'serve',
  ...process.argv.slice(2)
]
await import('../src/cli/main.ts')
