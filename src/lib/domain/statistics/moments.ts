/** One value and the number of people who have it. */
export interface Counted {
  value: number
  people: number
}

/** `sd` has the denominator n − 1, so one person has none. */
export interface Moments {
  n: number
  mean: number
  sd: number | undefined
}

/**
 * Number, mean and standard deviation of counted values; undefined for nobody.
 *
 *     mean = x₀ + Σw(x − x₀)/n        x₀ the first value: no digits are lost to a large offset, and people who
 *     sd²  = Σw(x − mean)²/(n − 1)    all have one value have exactly that mean and an sd of exactly 0
 *
 * (the corrected two-pass algorithm of Chan, Golub and LeVeque, STAN-CS-79-773).
 * A spread no wider than the rounding noise of `magnitude` (the largest value, or that of the scores behind a change)
 * is no spread: sd 0.
 */
export function moments(values: readonly Counted[], magnitude = largest(values)): Moments | undefined {
  const first = values.find(({ people }) => people > 0)
  if (first === undefined) return undefined
  let n = 0
  let offset = 0
  for (const { value, people } of values) {
    n += people
    offset += people * (value - first.value)
  }
  const mean = first.value + offset / n
  if (n < 2) return { n, mean, sd: undefined }
  let squares = 0
  let residue = 0
  for (const { value, people } of values) {
    const deviation = value - mean
    squares += people * deviation * deviation
    residue += people * deviation
  }
  const sd = Math.sqrt(Math.max(0, squares - (residue * residue) / n) / (n - 1))
  return { n, mean, sd: sd <= 8 * Number.EPSILON * magnitude ? 0 : sd }
}

function largest(values: readonly Counted[]): number {
  return values.reduce((most, { value }) => Math.max(most, Math.abs(value)), 0)
}
