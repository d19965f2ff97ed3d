import { stirlingError } from './stirlingError.ts'

const halfLogTwoPi = 0.9189385332046727

/** ln Γ(x) for x > 0 (R: lgamma), to about 1e-15 of the larger of 1 and the result; NaN elsewhere. */
export function logGamma(x: number): number {
  if (!(x > 0)) return NaN
  // Away from 0 first: Γ(x) = Γ(x + 1) / x.
  if (x < 0.5) return logGamma(x + 1) - Math.log(x)
  return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingError(x)
}
