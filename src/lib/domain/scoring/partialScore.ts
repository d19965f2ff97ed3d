/** How a score treats unanswered items: as the instrument's `missing`, already settled for this submission. */
export interface MissingRule {
  rule: 'complete-case' | 'prorate' | 'count-as-zero'
  atMost: number
}

/**
 * Sum or mean of item values under a rule for missing ones; null where too many are missing or nothing was answered.
 * Prorating takes the person's mean of the answered items for the others: sum · items / answered, multiplied before it
 * is divided, so that equal fractions give the very same number.
 */
export function partialScore(
  values: readonly (number | null)[],
  { by, multiply = 1, missing }: { by: 'sum' | 'mean'; multiply?: number | undefined; missing: MissingRule }
): number | null {
  const answered = values.filter((value) => value !== null)
  const gaps = values.length - answered.length
  if (answered.length === 0 || gaps > (missing.rule === 'complete-case' ? 0 : missing.atMost)) return null
  const sum = answered.reduce((total, value) => total + value, 0) * multiply
  if (by === 'mean') return sum / answered.length
  return missing.rule === 'prorate' ? (sum * values.length) / answered.length : sum
}
