import { stirlingError } from './distributions/stirlingError.ts'

/**
 * The exact small-sample correction of Hedges (1981) for m degrees of freedom:
 *
 *     J(m) = Γ(m/2) / (√(m/2) Γ((m − 1)/2))
 *
 * not 1 − 3/(4m − 1). Undefined for m ≤ 1. Written with what Stirling's formula leaves out of ln Γ,
 * so that it keeps its digits for a million people.
 */
export function hedgesJ(m: number): number | undefined {
  if (!(m > 1)) return undefined
  const z = m / 2
  return Math.exp(-(z - 1) * Math.log1p(-1 / m) - 0.5 + stirlingError(z) - stirlingError(z - 0.5))
}
