import type { JointCounts } from '../statistics/jointCounts.ts'
import type { CollectedPair } from './collectedProgram.ts'
import type { PairPanel } from './release.ts'

/**
 * P3 for arms: they are parts of everybody, and everybody is shown. What is withheld of one part could be worked out
 * from the others, so it is withheld of all of them:
 *
 *   everybody 73 people, 9 worse      program 39, 8 worse      comparison: not shown   -> one person
 *
 * `parts` are the panels of the arms and, last, of those without an arm (undefined where there is nobody). Returns the
 * arms as they may be shown beside `everybody`.
 */
export function armPanels(
  everybody: PairPanel,
  arms: readonly PairPanel[],
  others: PairPanel | undefined
): PairPanel[] {
  const parts = others ? [...arms, others] : arms
  if (parts.some(({ change }) => change.state !== 'shown')) return arms.map(withheldPanel)
  const alike = parts.every((part) => grouping(part) !== '' && grouping(part) === grouping(everybody))
  return arms.map((arm) => (alike ? arm : withoutShares(arm)))
}

/** Their cautions would tell what kind of shares these were. */
function withoutShares(panel: PairPanel): PairPanel {
  const aboutShares = ['any_change', 'own_bar', 'short_scale']
  const cautions = panel.cautions.filter(({ id }) => !aboutShares.includes(id))
  return { ...panel, shares: { state: 'withheld' }, cautions }
}

/** Those who are in no arm: everybody less the arms. Nobody is looked at twice; counts subtract. */
export function withoutArm(everybody: CollectedPair, arms: readonly CollectedPair[]): CollectedPair | undefined {
  const counts: JointCounts = {
    pairs: less(
      everybody.counts.pairs,
      arms.flatMap(({ counts }) => counts.pairs)
    ),
    onlyBefore: less(
      everybody.counts.onlyBefore,
      arms.flatMap(({ counts }) => counts.onlyBefore)
    ),
    onlyAfter: less(
      everybody.counts.onlyAfter,
      arms.flatMap(({ counts }) => counts.onlyAfter)
    )
  }
  return counts.pairs.length === 0 ? undefined : { ...everybody, counts }
}

function less<Cell extends { people: number }>(all: readonly Cell[], parts: readonly Cell[]): Cell[] {
  const key = ({ people: _, ...cell }: Cell) => JSON.stringify(cell)
  const taken = new Map<string, number>()
  for (const part of parts) taken.set(key(part), (taken.get(key(part)) ?? 0) + part.people)
  return all
    .map((cell) => ({ ...cell, people: cell.people - (taken.get(key(cell)) ?? 0) }))
    .filter(({ people }) => people > 0)
}

/** Which of better, same and worse are joined; empty where the shares are not shown. */
function grouping({ shares }: PairPanel): string {
  return shares.state === 'shown' ? JSON.stringify(shares.parts.map(({ of }) => of)) : ''
}

/** A panel of which nothing may be shown: the same whatever the reason. */
export function withheldPanel({ from, to, arm }: Pick<PairPanel, 'from' | 'to' | 'arm'>): PairPanel {
  const hidden = { state: 'withheld' as const }
  return {
    from,
    to,
    arm,
    people: hidden,
    change: hidden,
    shares: hidden,
    distribution: hidden,
    finding: { id: 'withheld', values: {} },
    cautions: []
  }
}
