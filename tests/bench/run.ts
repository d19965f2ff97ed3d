import { readdirSync } from 'node:fs'

// `npm run bench -- NAME [--size N]`: one benchmark, tests/bench/NAME.ts, which prints JSON lines on stdout.

const [name = '', ...args] = process.argv.slice(2)
const own = ['run.ts']
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !own.includes(file))
  .map((file) => file.replace(/\.ts$/, ''))
  .sort()

if (!names.includes(name)) {
  console.error(`${name === '' ? 'Name a benchmark' : `There is no benchmark "${name}"`}: ${names.join(', ')}`)
  process.exit(2)
}
const { bench } = await import(`./${name}.ts`)
await bench(args)
