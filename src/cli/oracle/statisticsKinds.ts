import { z } from 'zod'
import { jointCounts, type JointCounts } from '#lib/domain/statistics/jointCounts.ts'
import { pairedPanel, type PairedPanel } from '#lib/domain/statistics/pairedPanel.ts'

const options = { better: z.enum(['higher', 'lower']), reliability: z.number().nullable().optional() }
const paired = z.object({
  ...options,
  pre: z.array(z.number().nullable()),
  post: z.array(z.number().nullable())
})
const histogram = z.object({ ...options, hist: z.array(z.tuple([z.number(), z.number(), z.number()])) })

/** Which function answers for which kind of case. A kind that is not here has not been built. */
export const statisticsKinds: ReadonlyMap<string, (input: unknown) => object> = new Map<
  string,
  (input: unknown) => object
>([
  ['paired', pairedCase],
  ['paired_hist', histogramCase]
])

function pairedCase(input: unknown): PairedPanel {
  const { pre, post, ...known } = paired.parse(input)
  return panel(jointCounts(pre, post), known)
}

function histogramCase(input: unknown): PairedPanel {
  const { hist, ...known } = histogram.parse(input)
  const pairs = hist.map(([before, after, people]) => ({ before, after, people }))
  return panel({ pairs, onlyBefore: [], onlyAfter: [] }, known)
}

function panel(
  counts: JointCounts,
  { better, reliability }: { better: 'higher' | 'lower'; reliability?: number | null | undefined }
) {
  return pairedPanel(counts, { better, reliability: reliability ?? undefined })
}

/** The keys of a panel, present or not in a given file. */
export const panelKeys: readonly string[] = Object.keys(
  panel({ pairs: [], onlyBefore: [], onlyAfter: [] }, { better: 'higher' })
)
