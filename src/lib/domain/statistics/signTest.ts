import { binomialCdf } from './distributions/binomial.ts'

/**
 * The exact two-sided sign test: were rises and falls equally likely, how often would they differ this much or more?
 * 2·P(X ≤ min) for X binomial (rises + falls, ½), at most 1 (R: binom.test(rises, rises + falls)$p.value).
 * Undefined where nobody changed, and beyond 50,000 changed people, where the p of an exact test no longer informs.
 */
export function signTest(rises: number, falls: number): number | undefined {
  const changed = rises + falls
  if (changed === 0 || changed > 50_000) return undefined
  return Math.min(1, 2 * binomialCdf(Math.min(rises, falls), changed, 0.5))
}
