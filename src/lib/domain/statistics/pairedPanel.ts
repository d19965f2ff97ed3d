import { anyChange, type AnyChange, type Better } from './anyChange.ts'
import { effectSizes, type EffectSizes } from './effectSizes.ts'
import type { JointCounts } from './jointCounts.ts'
import { moments, type Counted } from './moments.ts'
import { changes, pairedChange, type PairedChange } from './pairedChange.ts'
import type { TTest } from './pairedT.ts'
import { reliableChange, type ReliableChange } from './reliableChange.ts'

export interface Level {
  mean: number
  sd: number | undefined
}

/**
 * All that is computed about one before and after, unrounded and before disclosure control; the keys are those of the
 * reference vectors. Points of the scale, changes after − before; what the people do not define is undefined.
 */
export interface PairedPanel {
  n_pre: number
  n_post: number
  n_paired: number
  n_pre_only: number
  n_post_only: number
  /** Everybody who answered before; `pre` is the pairs alone. */
  all_pre: Level | undefined
  all_post: Level | undefined
  pre: Level | undefined
  post: Level | undefined
  r: number | undefined
  change: PairedChange['change'] | undefined
  t_test: TTest | undefined
  effect_sizes: EffectSizes | undefined
  any_change: AnyChange | undefined
  rci: ReliableChange | undefined
}

export interface PairedPanelOptions {
  better: Better
  /** The instrument's published reliability; without it no reliable change. */
  reliability?: number | undefined
  /** The SD behind the bar for a reliable change; the before-SD of the pairs where it is left out. */
  sd?: number | undefined
}

/** The panel of one pair of waves from its joint counts. */
export function pairedPanel(counts: JointCounts, options: PairedPanelOptions): PairedPanel {
  const onlyBefore = counts.onlyBefore.map(({ score, people }) => ({ value: score, people }))
  const onlyAfter = counts.onlyAfter.map(({ score, people }) => ({ value: score, people }))
  const before = counts.pairs.map((pair) => ({ value: pair.before, people: pair.people }))
  const after = counts.pairs.map((pair) => ({ value: pair.after, people: pair.people }))
  const differences = changes(counts.pairs)
  const paired = pairedChange(counts.pairs)
  const sd = options.sd ?? paired?.before.sd
  return {
    n_pre: people(before) + people(onlyBefore),
    n_post: people(after) + people(onlyAfter),
    n_paired: people(before),
    n_pre_only: people(onlyBefore),
    n_post_only: people(onlyAfter),
    all_pre: level([...before, ...onlyBefore]),
    all_post: level([...after, ...onlyAfter]),
    pre: level(before),
    post: level(after),
    r: paired?.r,
    change: paired?.change,
    t_test: paired?.tTest,
    effect_sizes: paired && effectSizes(paired),
    any_change: anyChange(differences, options.better),
    rci:
      options.reliability === undefined || sd === undefined
        ? undefined
        : reliableChange(differences, { better: options.better, reliability: options.reliability, sd })
  }
}

function people(values: readonly Counted[]): number {
  return values.reduce((sum, value) => sum + value.people, 0)
}

function level(values: readonly Counted[]): Level | undefined {
  const known = moments(values)
  return known && { mean: known.mean, sd: known.sd }
}
