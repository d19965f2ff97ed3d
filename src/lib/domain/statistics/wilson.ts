import { z975 } from './distributions/normal.ts'

/** x of n people, the share p, and its 95 % Wilson interval. */
export interface Share {
  x: number
  n: number
  p: number
  lo: number
  hi: number
}

/**
 * The score interval of Wilson (1927), R: prop.test(x, n, correct = FALSE):
 *
 *     (x + z²/2 ± z·√(x(n − x)/n + z²/4)) / (n + z²)
 *
 * Never outside 0 and 1, and of honest width at 0 of n. Undefined for n = 0.
 */
export function wilson(x: number, n: number): Share | undefined {
  if (!(n > 0)) return undefined
  const square = z975 * z975
  const half = z975 * Math.sqrt((x * (n - x)) / n + square / 4)
  const lo = x === 0 ? 0 : (x + square / 2 - half) / (n + square)
  const hi = x === n ? 1 : (x + square / 2 + half) / (n + square)
  return { x, n, p: x / n, lo, hi }
}
