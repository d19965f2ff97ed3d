import type { ChangeFigure, Message } from '../privacy/release.ts'
import { pointDecimals } from '../privacy/rounding.ts'

type Unshown = Exclude<ChangeFigure, { state: 'shown' }>

/** A change as released: already rounded, in raw scale points; without `low` and `high` where no interval exists. */
export type ReleasedChange = { state: 'shown'; change: number; low?: number; high?: number } | Unshown

export interface FindingInput {
  construct: string
  better: 'higher' | 'lower'
  range: readonly [number, number]
  /** People who answered both times, as released. */
  n: number
  /** Null where there is no change to speak of yet. */
  change: ReleasedChange | null
  /** The instrument's id and name, where the sentence shall name it. */
  measure?: string
  scaleName?: string
  /** Decimals of the rounded points; those of P9 where it is left out. */
  decimals?: number
  /** False where nobody's before can be matched to an after. */
  paired?: boolean
}

/**
 * What one panel says, as a message id with numbers and words that any language can make a sentence of:
 *
 *     unpaired       nobody can be matched              nearly_all  alike answers, said as a share at least
 *     waiting        nobody has answered both times     withheld    not shown, whatever the reason
 *     no_interval    a change without an interval       change_clear / change_unclear
 *
 * Clear means that the interval, as rounded for the reader, excludes 0. Nothing here says why anything changed.
 */
export function finding(input: FindingInput): Message {
  const { n, change, paired = true } = input
  if (!paired) return { id: 'unpaired', values: {} }
  if (change === null || n === 0) return { id: 'waiting', values: {} }
  if (change.state === 'nearlyAll') return { id: 'nearly_all', values: { of: change.of, atLeast: change.atLeast } }
  if (change.state !== 'shown') return { id: 'withheld', values: {} }
  return shownChange(input, change)
}

function shownChange(input: FindingInput, { change, low, high }: Extract<ReleasedChange, { state: 'shown' }>): Message {
  const { construct, better, range, n, measure, scaleName } = input
  const common = {
    construct,
    n,
    min: range[0],
    max: range[1],
    decimals: input.decimals ?? pointDecimals(range),
    ...(measure === undefined ? {} : { measure }),
    ...(scaleName === undefined ? {} : { scaleName })
  }
  const direction = change === 0 ? 'same' : change < 0 ? 'lower' : 'higher'
  if (low === undefined || high === undefined)
    return { id: 'no_interval', values: { ...common, change: Math.abs(change), direction } }
  if (low <= 0 && high >= 0) return { id: 'change_unclear', values: { ...common, low: low + 0, high: high + 0 } }
  // "0.9 points lower, between 0.4 and 1.4": magnitudes in the direction that was named.
  const [near, far] = high < 0 ? [-high, -low] : [low, high]
  const judgement = direction === better ? 'better' : 'worse'
  return {
    id: 'change_clear',
    values: { ...common, change: Math.abs(change), direction, judgement, low: near, high: far }
  }
}
