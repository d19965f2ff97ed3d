import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileMessages } from './build.js'

// `npm test`: everything that has to hold before a change may stay. Its last line counts the tests, with lint, format
// and types as one each; its exit status is 0 only if nothing failed.

/** A skipped test is a failure, unless it stands in one of these folders, whose reason is printed. */
const mayBeSkipped = {
  'tests/corpus/': 'the survey files that these tests read are not beside this project'
}

const root = fileURLToPath(new URL('..', import.meta.url))
const results = `${root}tests/.results/vitest.json`
const windows = process.platform === 'win32'

// For whoever calls this file without npm, which would have done so already.
const install = spawnSync(process.execPath, [`${root}scripts/install.js`], { stdio: 'inherit' })
if (install.status !== 0) process.exit(install.status ?? 1)

let passed = 0
/** @type {string[]} */
const failures = []
/** How many of each file, under file and reason. @type {Map<string, number>} */
const skipped = new Map()

try {
  compileMessages()
} catch (error) {
  failures.push(`messages: ${error instanceof Error ? error.message : error}`)
}

const checks = [
  { name: 'lint', steps: [['eslint', '.', '--max-warnings', '0']] },
  { name: 'format', steps: [['prettier', '--check', '--log-level', 'warn', '.']] },
  {
    name: 'types',
    steps: [
      ['svelte-kit', 'sync'],
      ['svelte-check', '--tsconfig', './tsconfig.json', '--output', 'human']
    ]
  }
]
for (const { name, status, said } of await Promise.all(checks.map(check))) {
  console.log(`${status === 0 ? '✓' : '✗'} ${name}`)
  if (status === 0) passed++
  else {
    console.log(said)
    failures.push(name)
  }
}

mkdirSync(`${root}tests/.results`, { recursive: true })
rmSync(results, { force: true })
const only = process.argv.slice(2)
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`]
const { status } = await run('vitest', ['run', ...reporters, ...only], 'inherit')
const counted = count()
if (status !== 0 && counted === 0) failures.push('the test run itself; its own words stand above')

for (const [where, tests] of skipped) console.log(`${tests} skipped in ${where}`)
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `  ${failure}`).join('\n')}`)
console.log(`\n${passed} passed, ${failures.length} failed`)
process.exit(failures.length === 0 ? 0 : 1)

/** Reads what the run wrote; returns how many failures it tells of. */
function count() {
  const before = failures.length
  /** @type {{ testResults: { name: string, message: string, status: string, assertionResults: { status: string, fullName: string }[] }[] }} */
  let report
  try {
    report = JSON.parse(readFileSync(results, 'utf8'))
  } catch {
    return 0
  }
  for (const file of report.testResults) {
    const path = relative(root, file.name).replaceAll('\\', '/')
    if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')) {
      failures.push(`${path}: ${file.message || 'did not run'}`)
    }
    for (const test of file.assertionResults) {
      if (test.status === 'passed') passed++
      else if (test.status === 'failed') failures.push(`${path}: ${test.fullName}`)
      else skip(path, test.fullName)
    }
  }
  return failures.length - before
}

/** @param {string} path @param {string} test */
function skip(path, test) {
  const reason = Object.entries(mayBeSkipped).find(([folder]) => path.startsWith(folder))?.[1]
  const where = `${path}: ${reason}`
  if (reason) skipped.set(where, (skipped.get(where) ?? 0) + 1)
  else failures.push(`${path}: ${test} was skipped, and nothing here may be`)
}

/** @param {{ name: string, steps: string[][] }} one */
async function check({ name, steps }) {
  let all = ''
  for (const [tool = '', ...args] of steps) {
    const { status, said } = await run(tool, args, 'pipe')
    all += said
    if (status !== 0) return { name, status, said: all }
  }
  return { name, status: 0, said: all }
}

/**
 * @param {string} tool @param {string[]} args @param {'inherit' | 'pipe'} output
 * @returns {Promise<{ status: number | null, said: string }>}
 */
function run(tool, args, output) {
  return new Promise((resolve) => {
    const path = `${root}node_modules/.bin/${tool}${windows ? '.cmd' : ''}`
    const child = spawn(path, args, { cwd: root, stdio: ['ignore', output, output], shell: windows })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk))
    child.once('error', (error) => resolve({ status: 1, said: String(error) }))
    child.once('close', (status) => resolve({ status, said }))
  })
}
