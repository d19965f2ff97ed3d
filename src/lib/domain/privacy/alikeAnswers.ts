import type { JointCounts } from '../statistics/jointCounts.ts'
import { rounded } from './rounding.ts'

/**
 * P7: how many people with the same answer are too many. From ten people on n - 2: two people who know their own
 * answers would know everybody's. In smaller groups (the team alone sees those) n - 1.
 */
export function alikeLimit(people: number): number {
  return people < 10 ? people - 1 : people - 2
}

/**
 * True where nearly everybody has one and the same score before, after, or one and the same change: the same to a reader,
 * who sees so many decimals (P9).
 */
export function nearlyAllAlike({ pairs }: JointCounts, decimals: number): boolean {
  const people = pairs.reduce((sum, pair) => sum + pair.people, 0)
  const limit = alikeLimit(people)
  return (
    largest(pairs, decimals, (pair) => pair.before) >= limit ||
    largest(pairs, decimals, (pair) => pair.after) >= limit ||
    largest(pairs, decimals, (pair) => pair.after - pair.before) >= limit
  )
}

/** The same for one wave by itself. */
export function nearlyAllOneScore(scores: readonly { score: number; people: number }[], decimals: number): boolean {
  const alike = new Map<number, number>()
  for (const { score, people } of scores) {
    const value = rounded(score, decimals)
    alike.set(value, (alike.get(value) ?? 0) + people)
  }
  const people = scores.reduce((sum, { people }) => sum + people, 0)
  return [...alike.values()].some((count) => count >= alikeLimit(people))
}

function largest(
  pairs: JointCounts['pairs'],
  decimals: number,
  valueOf: (pair: JointCounts['pairs'][number]) => number
): number {
  const people = new Map<number, number>()
  for (const pair of pairs) {
    const value = rounded(valueOf(pair), decimals)
    people.set(value, (people.get(value) ?? 0) + pair.people)
  }
  return Math.max(0, ...people.values())
}
