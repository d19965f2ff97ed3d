import { mismatches } from './mismatches.ts'
import { scoringResult } from './scoringResult.ts'
import { panelKeys, statisticsKinds } from './statisticsKinds.ts'
import type { ScoringVector, StatisticsCase, VectorFile } from './vectorFile.ts'

/** One case and what is wrong with it; nothing where it holds. */
export interface CheckedVector {
  name: string
  mismatches: string[]
}

/** Scores stand in the vectors with four decimals. */
const scoringTolerance = { relative: 0, absolute: 1e-3 }

/** Every case of a file against the product's own functions; `only` narrows the comparison to these keys. */
export function checkedVectors(file: VectorFile, only: ReadonlySet<string> | null): CheckedVector[] {
  return [
    ...file.statistics.map((one) => checked(`${one.id} (${one.kind})`, () => statisticsMismatches(one, only))),
    ...file.scoring.map((one) => checked(`${one.instrument} ${one.vector}`, () => scoringMismatches(one, only)))
  ]
}

/** Every key that a comparison of this file could look at: a misspelt one would pass, having nothing to compare. */
export function comparedKeys({ statistics, scoring }: VectorFile): ReadonlySet<string> {
  return new Set([...panelKeys, ...[...statistics, ...scoring].flatMap(({ expected }) => Object.keys(expected))])
}

function checked(name: string, compare: () => string[]): CheckedVector {
  try {
    return { name, mismatches: compare() }
  } catch (error) {
    return { name, mismatches: [error instanceof Error ? error.message : String(error)] }
  }
}

function statisticsMismatches({ kind, input, expected, rel_tol }: StatisticsCase, only: ReadonlySet<string> | null) {
  const compute = statisticsKinds.get(kind)
  if (!compute) return [`no function is built for the kind "${kind}"`]
  const actual: Record<string, unknown> = { ...compute(input) }
  const keys = only ?? new Set([...Object.keys(expected), ...Object.keys(actual)])
  return mismatches(picked(expected, keys), picked(actual, keys), { relative: rel_tol, absolute: 1e-12 })
}

function scoringMismatches(vector: ScoringVector, only: ReadonlySet<string> | null) {
  const keys = new Set(Object.keys(vector.expected).filter((key) => only?.has(key) ?? true))
  return mismatches(picked(vector.expected, keys), picked(scoringResult(vector), keys), scoringTolerance)
}

function picked(values: Record<string, unknown>, keys: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries([...keys].map((key) => [key, values[key]]))
}
