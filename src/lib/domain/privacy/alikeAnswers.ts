import type { JointCounts } from '../statistics/jointCounts.ts'

/**
 * P7: how many people with the same answer are too many. From ten people on n - 2: two people who know their own
 * answers would know everybody's. In smaller groups (the team alone sees those) n - 1.
 */
export function alikeLimit(people: number): number {
  return people < 10 ? people - 1 : people - 2
}

/** True where nearly everybody has one and the same score before, after, or one and the same change. */
export function nearlyAllAlike({ pairs }: JointCounts): boolean {
  const people = pairs.reduce((sum, pair) => sum + pair.people, 0)
  const limit = alikeLimit(people)
  return (
    largest(pairs, (pair) => pair.before) >= limit ||
    largest(pairs, (pair) => pair.after) >= limit ||
    largest(pairs, (pair) => pair.after - pair.before) >= limit
  )
}

/** The same for one wave by itself. */
export function nearlyAllOneScore(scores: readonly { score: number; people: number }[]): boolean {
  const people = scores.reduce((sum, { people }) => sum + people, 0)
  return scores.some((score) => score.people >= alikeLimit(people))
}

function largest(pairs: JointCounts['pairs'], valueOf: (pair: JointCounts['pairs'][number]) => number): number {
  const people = new Map<string, number>()
  for (const pair of pairs) {
    // Decimals that differ by rounding alone are one answer to a reader.
    const value = valueOf(pair).toPrecision(12)
    people.set(value, (people.get(value) ?? 0) + pair.people)
  }
  return Math.max(0, ...people.values())
}
