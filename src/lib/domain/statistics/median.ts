import type { Counted } from './moments.ts'

/** The value of the person in the middle, or the mean of the two in the middle; undefined for nobody. */
export function median(values: readonly Counted[]): number | undefined {
  const ordered = values.filter(({ people }) => people > 0).sort((left, right) => left.value - right.value)
  const n = ordered.reduce((sum, { people }) => sum + people, 0)
  const lower = valueAt(ordered, Math.floor((n - 1) / 2))
  const upper = valueAt(ordered, Math.floor(n / 2))
  return lower === undefined || upper === undefined ? undefined : lower + (upper - lower) / 2
}

function valueAt(ordered: readonly Counted[], place: number): number | undefined {
  let passed = 0
  for (const { value, people } of ordered) {
    passed += people
    if (place < passed) return value
  }
  return undefined
}
