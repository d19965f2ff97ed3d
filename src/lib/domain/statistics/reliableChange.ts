import { sidesOf, type Better } from './anyChange.ts'
import type { Counted } from './moments.ts'
import { wilson, type Share } from './wilson.ts'

export interface ReliableChange {
  /** Standard error of measurement, points. */
  sem: number
  s_diff: number
  /** A change must be greater than this many points. */
  threshold: number
  improved: Share
  no_reliable_change: Share
  worsened: Share
}

/**
 * Who changed by more than the measure's own unreliability would explain (Jacobson and Truax 1991):
 *
 *     SEM = sd·√(1 − reliability),  S_diff = SEM·√2,  reliable where |change| > 1.96·S_diff
 *
 * Undefined for nobody, and where sd is 0 or reliability not between 0 and 1: a bar of 0 would call any move reliable.
 */
export function reliableChange(
  changes: readonly Counted[],
  { better, reliability, sd }: { better: Better; reliability: number; sd: number }
): ReliableChange | undefined {
  const bar = reliableBar(reliability, sd)
  if (bar === undefined) return undefined
  const { rose, same, fell } = sidesOf(changes, bar.threshold)
  const [up, down] = better === 'higher' ? [rose, fell] : [fell, rose]
  const n = rose + same + fell
  const [improved, unmoved, worsened] = [wilson(up, n), wilson(same, n), wilson(down, n)]
  if (!improved || !unmoved || !worsened) return undefined
  return { ...bar, improved, no_reliable_change: unmoved, worsened }
}

/** The bar itself, in points. */
export function reliableBar(
  reliability: number,
  sd: number
): { sem: number; s_diff: number; threshold: number } | undefined {
  if (!(reliability > 0 && reliability < 1 && sd > 0 && Number.isFinite(sd))) return undefined
  const sem = sd * Math.sqrt(1 - reliability)
  const s_diff = sem * Math.SQRT2
  return { sem, s_diff, threshold: 1.96 * s_diff }
}
