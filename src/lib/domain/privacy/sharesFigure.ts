import { alikeLimit } from './alikeAnswers.ts'
import { fewestInCategory } from './policy.ts'
import type { SharesFigure } from './release.ts'
import { wholePercents } from './rounding.ts'

export interface ShareCounts {
  better: number
  same: number
  worse: number
}

type Direction = keyof ShareCounts

/**
 * P7 for "out of 100 people". Neighbours are joined until every part holds at least three people (a part of nobody
 * counts as too few); where one part is nearly everybody, only "nearly all, at least" is said; where nothing is left to
 * tell apart, nothing. Never 0 %, 100 % or "everyone".
 */
export function sharesFigure(
  counts: ShareCounts,
  { rule, threshold }: { rule: 'reliable' | 'any'; threshold: number }
): SharesFigure {
  const people = counts.better + counts.same + counts.worse
  const directions: Direction[] = ['better', 'same', 'worse']
  const most = directions.find((direction) => counts[direction] >= alikeLimit(people))
  if (most) return nearlyAll(most, people)

  const parts = directions.map((direction) => ({ of: [direction], people: counts[direction] }))
  // A part of less than one per cent could be rounded to 0 %, which no share ever says.
  const tooSmall = (part: { people: number }) => part.people < fewestInCategory || 100 * part.people < people
  while (parts.length > 1 && parts.some(tooSmall)) joinSmallest(parts)
  if (parts.length === 1) return { state: 'withheld' }
  const percents = wholePercents(parts.map((part) => part.people))
  return {
    state: 'shown',
    parts: parts.map((part, index) => ({ of: part.of, percent: percents[index] ?? 0 })),
    rule,
    threshold
  }
}

function nearlyAll(of: Direction, people: number): SharesFigure {
  const atLeast = Math.floor((100 * (people - 3)) / people)
  // "Nearly all (at least 40 %)" would be true of five people and mislead all the same.
  return atLeast < 50 ? { state: 'withheld' } : { state: 'nearlyAll', of, atLeast }
}

function joinSmallest(parts: { of: Direction[]; people: number }[]): void {
  const smallest = parts.reduce((least, part, index) => (part.people < (parts[least]?.people ?? 0) ? index : least), 0)
  const before = parts[smallest - 1]
  const after = parts[smallest + 1]
  const first = before && (!after || before.people <= after.people) ? smallest - 1 : smallest
  const [left, right] = parts.slice(first, first + 2)
  if (left && right) parts.splice(first, 2, { of: [...left.of, ...right.of], people: left.people + right.people })
}
