import { cautions } from '../findings/cautions.ts'
import { finding } from '../findings/finding.ts'
import type { Instrument } from '../instruments/instrument.ts'
import type { PairedPanel } from '../statistics/pairedPanel.ts'
import { pairedPanel } from '../statistics/pairedPanel.ts'
import { nearlyAllAlike } from './alikeAnswers.ts'
import type { CollectedPair } from './collectedProgram.ts'
import type { ChangeFigure, PairPanel, SharesFigure } from './release.ts'
import { pointDecimals, rounded } from './rounding.ts'
import { type ScaleFacts, scaleFacts } from './scaleFacts.ts'
import { sharesFigure } from './sharesFigure.ts'

/**
 * One before/after panel as `team` may see it: rounded, or withheld whole. `accepted` says whether the people behind
 * it are enough and overlap safely with what else is shown (P1, P6); alike answers (P7) are looked at here. Whatever
 * the reason, what is withheld looks the same.
 */
export function pairPanel(
  collected: CollectedPair,
  instrument: Instrument,
  scale: string,
  accepted: boolean
): PairPanel {
  const { from, to, arm, counts } = collected
  const head = { from, to, arm }
  if (counts.pairs.length === 0) return { ...head, ...withheld, finding: { id: 'unpaired', values: {} } }
  if (!accepted || nearlyAllAlike(counts)) return { ...head, ...withheld, finding: { id: 'withheld', values: {} } }

  const facts = scaleFacts(instrument, scale)
  const panel = pairedPanel(counts, facts)
  const change = changeFigure(panel, facts)
  const shares = shareFigure(panel, facts)
  const people = {
    state: 'shown' as const,
    paired: panel.n_paired,
    onlyFrom: panel.n_pre_only,
    onlyTo: panel.n_post_only
  }
  return { ...head, people, change, shares, ...words({ people, change, shares, facts, instrument }) }
}
