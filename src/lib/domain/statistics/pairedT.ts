import { definedNumber } from './definedNumber.ts'
import { studentQuantile, studentTwoSided } from './distributions/studentT.ts'

export interface TTest {
  t: number
  df: number
  p: number
  ci_lo: number
  ci_hi: number
}

/**
 * The paired t test: t = mean/se on n − 1 degrees of freedom, its two-sided p, and the 95 % interval
 * mean ± t₀.₉₇₅·se (R: t.test(after, before, paired = TRUE)). A change that does not vary, or one person,
 * gives no test: undefined, never p = 0.
 */
export function pairedT(mean: number, se: number, n: number): TTest | undefined {
  if (n < 2 || !(se > 0)) return undefined
  const df = n - 1
  const t = definedNumber(mean / se)
  if (t === undefined) return undefined
  const half = studentQuantile(0.975, df) * se
  return { t, df, p: studentTwoSided(t, df), ci_lo: mean - half, ci_hi: mean + half }
}
