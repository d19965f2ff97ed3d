import { definedNumber } from './definedNumber.ts'
import { z975 } from './distributions/normal.ts'
import { hedgesJ } from './hedgesJ.ts'
import type { PairedChange } from './pairedChange.ts'

/** A standardised mean change with its sampling variance and 95 % interval (yi ± z·√vi). */
export interface StandardisedChange {
  yi: number
  vi: number
  ci_lo: number
  ci_hi: number
}

/**
 * The change in before-SDs, small-sample corrected: g = J(n − 1)·mean/s₁, the headline g. Its interval does not assume
 * that the spread stayed the same, which floor effects break (SMCRH of metafor 3.8.1; Bonett 2008):
 *
 *     v = J²[s_d²/(s₁²(n − 1)) + g²/(2(n − 1))]
 *
 * Undefined under three pairs, and where the before scores or the changes do not vary.
 */
export function smcrh({ n, before, r, change }: PairedChange): StandardisedChange | undefined {
  const j = hedgesJ(n - 1)
  if (j === undefined || !before.sd || !change.sd || r === undefined) return undefined
  const g = (j * change.mean) / before.sd
  return interval(g, j * j * (change.sd ** 2 / (before.sd ** 2 * (n - 1)) + g ** 2 / (2 * (n - 1))))
}

/** The same g under the assumption of equal spread: v = 2(1 − r)/n + g²/2n (SMCR of metafor; Becker 1988). */
export function smcr({ n, before, r, change }: PairedChange): StandardisedChange | undefined {
  const j = hedgesJ(n - 1)
  if (j === undefined || !before.sd || !change.sd || r === undefined) return undefined
  const g = (j * change.mean) / before.sd
  return interval(g, (2 * (1 - r)) / n + g ** 2 / (2 * n))
}

/** The change in SDs of the change: g = J·mean/s_d, v = 1/n + g²/2n (SMCC of metafor, which needs r as well). */
export function smcc({ n, r, change }: PairedChange): StandardisedChange | undefined {
  const j = hedgesJ(n - 1)
  if (j === undefined || !change.sd || r === undefined) return undefined
  const g = (j * change.mean) / change.sd
  return interval(g, 1 / n + g ** 2 / (2 * n))
}

function interval(yi: number, vi: number): StandardisedChange | undefined {
  const half = definedNumber(z975 * Math.sqrt(vi))
  return half === undefined ? undefined : { yi, vi, ci_lo: yi - half, ci_hi: yi + half }
}
