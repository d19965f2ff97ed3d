import { cautions } from '../findings/cautions.ts'
import { finding } from '../findings/finding.ts'
import type { Instrument } from '../instruments/instrument.ts'
import type { PairedPanel } from '../statistics/pairedPanel.ts'
import { nearlyAllAlike } from './alikeAnswers.ts'
import { withheldPanel } from './armPanels.ts'
import type { CollectedPair } from './collectedProgram.ts'
import { distributionFigure } from './distributionFigure.ts'
import type { ChangeFigure, DistributionFigure, PairPanel, SharesFigure } from './release.ts'
import { pointDecimals, rounded } from './rounding.ts'
import { type ScaleFacts, scaleFacts } from './scaleFacts.ts'
import { scalePanel } from './scalePanel.ts'
import { hasWholePoints, scoreBands } from './scoreBands.ts'
import { sharesFigure } from './sharesFigure.ts'

const hidden = { state: 'withheld' as const }
const fewestForEffectSize = 10

/** What the policy allows of a panel, by the people behind it. */
export interface PanelPermission {
  /** They are enough, and overlap safely with what else is shown (P1, P6). */
  accepted: boolean
  /**
   * True for one panel of a scale alone. Two groups that overlap have bands of their own, and band by band the one
   * taken from the other would leave one or two people (the other arm, those who left before the follow-up).
   */
  distribution: boolean
}

/**
 * One before/after panel as `team` may see it: rounded, or withheld whole. Alike answers (P7) are looked at here.
 * Whatever the reason, what is withheld looks the same.
 */
export function pairPanel(
  { from, to, arm, counts }: CollectedPair,
  instrument: Instrument,
  scale: string,
  permission: PanelPermission
): PairPanel {
  const head = { from, to, arm }
  if (counts.pairs.length === 0) return { ...withheldPanel(head), finding: { id: 'unpaired', values: {} } }
  const { panel, basis } = scalePanel(counts, instrument, scale)
  const facts = scaleFacts(instrument, scale)
  const change = changeFigure(panel, facts)
  if (!permission.accepted || nearlyAllAlike(counts, pointDecimals(facts.range)) || change.state !== 'shown')
    return withheldPanel(head)
  const shares = shareFigure(panel)
  const people = { paired: panel.n_paired, onlyFrom: panel.n_pre_only, onlyTo: panel.n_post_only }
  const n = people.paired
  return {
    ...head,
    people: { state: 'shown', ...people },
    change,
    shares,
    distribution: permission.distribution ? bandFigure(counts, instrument, scale) : hidden,
    finding: finding({ ...facts, n, change, measure: instrument.id, scaleName: instrument.name }),
    cautions: cautions({ ...people, n, range: facts.range, shares, basis: basis?.from })
  }
}

/** P9 for the change: nothing with more digits than these leaves the publisher. */
function changeFigure(panel: PairedPanel, { range }: ScaleFacts): ChangeFigure {
  const { pre, post, change, t_test: t, effect_sizes: sizes } = panel
  const points = (value: number) => rounded(value, pointDecimals(range))
  if (!pre || !post || change?.sd === undefined || !t || points(change.sd) === 0) return hidden
  // With few people, n, means, SD and g together can fix the list of scores.
  const g = panel.n_paired < fewestForEffectSize ? undefined : sizes?.SMCRH
  return {
    state: 'shown',
    before: points(pre.mean),
    after: points(post.mean),
    change: points(change.mean),
    low: points(t.ci_lo),
    high: points(t.ci_hi),
    sd: points(change.sd),
    ...(g ? { g: rounded(g.yi, 2), gLow: rounded(g.ci_lo, 2), gHigh: rounded(g.ci_hi, 2) } : {})
  }
}

/** Reliable change where the instrument allows it, else any change. */
function shareFigure({ rci, any_change: any }: PairedPanel): SharesFigure {
  if (rci) {
    const counts = { better: rci.improved.x, same: rci.no_reliable_change.x, worse: rci.worsened.x }
    return sharesFigure(counts, { rule: 'reliable', threshold: rounded(rci.threshold, 2) })
  }
  if (!any) return hidden
  const counts = { better: any.improved.x, same: any.unchanged.x, worse: any.worsened.x }
  return sharesFigure(counts, { rule: 'any', threshold: 0 })
}

/** Where on the scale these people stood; the scale's own points decide the bands. */
function bandFigure(counts: CollectedPair['counts'], instrument: Instrument, scale: string): DistributionFigure {
  const scores = counts.pairs.flatMap(({ before, after }) => [before, after])
  const { range } = scaleFacts(instrument, scale)
  return distributionFigure(counts, scoreBands(range, hasWholePoints(instrument, scale, scores)))
}
