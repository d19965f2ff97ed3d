import { decimalDifference } from './decimalDifference.ts'
import { definedNumber } from './definedNumber.ts'
import type { JointCounts } from './jointCounts.ts'
import { median } from './median.ts'
import { moments, type Counted, type Moments } from './moments.ts'
import { pairedT, type TTest } from './pairedT.ts'

/** Scale points, in the raw direction of the scale: after − before. Undefined where the pairs do not define it. */
export interface PairedChange {
  n: number
  before: Moments
  after: Moments
  /** Pearson's correlation of before and after. */
  r: number | undefined
  change: { mean: number; sd: number | undefined; se: number | undefined; median: number | undefined }
  tTest: TTest | undefined
}

/** How many people changed by how much. */
export function changes(pairs: JointCounts['pairs']): Counted[] {
  return pairs.map(({ before, after, people }) => ({ value: decimalDifference(after, before), people }))
}

/** What the pairs alone say about the change (statistics of R: mean, sd, cor, median, t.test(paired = TRUE)); undefined for nobody. */
export function pairedChange(pairs: JointCounts['pairs']): PairedChange | undefined {
  const differences = changes(pairs)
  const magnitude = pairs.reduce((most, pair) => Math.max(most, Math.abs(pair.before), Math.abs(pair.after)), 0)
  const before = moments(pairs.map((pair) => ({ value: pair.before, people: pair.people })))
  const after = moments(pairs.map((pair) => ({ value: pair.after, people: pair.people })))
  const change = moments(differences, magnitude)
  if (before === undefined || after === undefined || change === undefined) return undefined
  const { n, mean, sd } = change
  const se = sd === undefined ? undefined : sd / Math.sqrt(n)
  return {
    n,
    before,
    after,
    r: correlation(pairs, before, after),
    change: { mean, sd, se, median: median(differences) },
    tTest: se === undefined ? undefined : pairedT(mean, se, n)
  }
}

function correlation(pairs: JointCounts['pairs'], before: Moments, after: Moments): number | undefined {
  if (!before.sd || !after.sd) return undefined
  const together = pairs.reduce(
    (sum, pair) => sum + pair.people * (pair.before - before.mean) * (pair.after - after.mean),
    0
  )
  const r = definedNumber(together / (before.n - 1) / (before.sd * after.sd))
  return r === undefined ? undefined : Math.max(-1, Math.min(1, r))
}
