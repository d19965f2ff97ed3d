import { incompleteBeta } from './incompleteBeta.ts'

/** The chance of at most k of n, each with chance p (R: pbinom): I_{1−p}(n − k, k + 1). */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0
  if (k >= n) return 1
  return incompleteBeta(1 - p, p, n - Math.floor(k), Math.floor(k) + 1).lower
}
