import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { checkedVectors, comparedKeys } from './oracle/checkedVectors.ts'
import { vectorFile, type VectorFile } from './oracle/vectorFile.ts'

/**
 * Runs files of reference numbers against the product's own functions and says which of them hold:
 *
 *     npm run oracle -- FILE... [--only KEY,...]
 *
 * Prints each mismatch, then "N passed, N failed". Exit status 0 all passed; 1 one failed or a file could not be read;
 * 2 wrong usage.
 */
const usage = 'usage: npm run oracle -- FILE... [--only KEY,...]'

const { files, only } = readArguments(process.argv.slice(2))
const read = files.map(readVectors)
const stranger = [...(only ?? [])].find((key) => !read.some((file) => comparedKeys(file).has(key)))
if (stranger !== undefined) finish(`no case has the key "${stranger}"\n${usage}`, 2)
const checked = read.flatMap((file) => checkedVectors(file, only))
for (const { name, mismatches } of checked) for (const mismatch of mismatches) console.log(`${name}: ${mismatch}`)
const failed = checked.filter(({ mismatches }) => mismatches.length > 0).length
console.log(`${checked.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 || checked.length === 0 ? 1 : 0

function readArguments(given: string[]): { files: string[]; only: ReadonlySet<string> | null } {
  try {
    const { values, positionals } = parseArgs({
      args: given,
      options: { only: { type: 'string' }, help: { type: 'boolean' } },
      allowPositionals: true
    })
    if (values.help) finish(usage, 0)
    if (positionals.length === 0) finish(usage, 2)
    const keys = values.only?.split(',').map((key) => key.trim())
    if (keys?.some((key) => key === '')) finish(`--only needs keys between its commas\n${usage}`, 2)
    return { files: positionals, only: keys ? new Set(keys) : null }
  } catch (error) {
    return finish(`${error instanceof Error ? error.message : String(error)}\n${usage}`, 2)
  }
}

function readVectors(file: string): VectorFile {
  try {
    return vectorFile(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    return finish(`${file}: ${error instanceof Error ? error.message : String(error)}`, 1)
  }
}

function finish(message: string, status: number): never {
  console.error(message)
  process.exit(status)
}
