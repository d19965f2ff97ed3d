import { definedNumber } from './definedNumber.ts'
import { hedgesJ } from './hedgesJ.ts'
import type { PairedChange } from './pairedChange.ts'
import { smcc, smcr, smcrh, type StandardisedChange } from './standardisedChange.ts'

/** The same change against different spreads; every name as in the reference vectors. */
export interface EffectSizes {
  J: number | undefined
  d_z: number | undefined
  g_z: number | undefined
  /** Another name of d_z. */
  srm: number | undefined
  d_av: number | undefined
  d_av_rms: number | undefined
  d_rm: number | undefined
  glass_delta_pre: number | undefined
  g_pre: number | undefined
  SMCC: StandardisedChange | undefined
  SMCR: StandardisedChange | undefined
  SMCRH: StandardisedChange | undefined
}

/**
 * With mean and s_d of the change, s₁ before, s₂ after (Lakens 2013):
 * d_z = mean/s_d, d_av = mean/((s₁ + s₂)/2), d_av_rms = mean/√((s₁² + s₂²)/2), d_rm = d_z·√(2(1 − r)),
 * Glass's Δ = mean/s₁, and g = J·d. A spread of 0 leaves what is divided by it undefined.
 */
export function effectSizes(paired: PairedChange): EffectSizes {
  const { n, before, after, r, change } = paired
  const J = hedgesJ(n - 1)
  const ratio = (spread: number | undefined) => (spread ? definedNumber(change.mean / spread) : undefined)
  const corrected = (d: number | undefined) => (J === undefined || d === undefined ? undefined : J * d)
  const [s1, s2] = [before.sd ?? NaN, after.sd ?? NaN]
  const d_z = ratio(change.sd)
  const glass = ratio(before.sd)
  return {
    J,
    d_z,
    g_z: corrected(d_z),
    srm: d_z,
    d_av: ratio((s1 + s2) / 2),
    d_av_rms: ratio(Math.sqrt((s1 ** 2 + s2 ** 2) / 2)),
    d_rm: d_z === undefined || r === undefined ? undefined : d_z * Math.sqrt(2 * (1 - r)),
    glass_delta_pre: glass,
    g_pre: corrected(glass),
    SMCC: smcc(paired),
    SMCR: smcr(paired),
    SMCRH: smcrh(paired)
  }
}
