import type { Instrument } from '../instruments/instrument.ts'
import type { JointCounts } from '../statistics/jointCounts.ts'
import { moments } from '../statistics/moments.ts'
import { type PairedPanel, pairedPanel } from '../statistics/pairedPanel.ts'
import { type ReliableChangeBasis, reliableChangeBasis } from '../statistics/reliableChangeBasis.ts'

/**
 * The exact panel of one scale, with the bar for reliable change that its instrument allows: the published reliability
 * speaks of the total, so a subscale has none.
 */
export function scalePanel(
  counts: JointCounts,
  instrument: Instrument,
  scale: string
): { panel: PairedPanel; basis: ReliableChangeBasis | undefined } {
  const before = moments(counts.pairs.map((pair) => ({ value: pair.before, people: pair.people })))
  const basis = scale === 'total' && before ? reliableChangeBasis(instrument, before) : undefined
  const { better } = instrument
  return { panel: pairedPanel(counts, { better, reliability: basis?.reliability, sd: basis?.sd }), basis }
}
