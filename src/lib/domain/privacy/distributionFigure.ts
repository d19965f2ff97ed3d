import type { JointCounts } from '../statistics/jointCounts.ts'
import { fewestInCategory } from './policy.ts'
import type { DistributionFigure } from './release.ts'
import { wholePercents } from './rounding.ts'
import type { ScoreBands } from './scoreBands.ts'

/** P8: below this many people there is no distribution. */
const fewestPeople = 10
/** P8: below this many people three or four bands, from here on as many as the people in them allow. */
const fewestForFullHistogram = 30

/**
 * How many people stood where on the scale, before and after, in whole per cent of the same people (P8). Neighbouring
 * bands are joined until each holds three people before and three after (a band of nobody holds too few), the same
 * bands on both sides; the finest such joining is taken, of several the one whose bands are most alike in width.
 *
 *     before   1  4  9 12  4  1  0         3-4 5 6 7-9       before  5  9 12  5
 *     after    3  6 11  8  2  0  1    ->                     after   9 11  8  3
 *
 * A band also holds a hundredth of the people, so that none is ever said to be 0 %.
 */
export function distributionFigure({ pairs }: JointCounts, { bands, placeOf }: ScoreBands): DistributionFigure {
  const people = pairs.reduce((sum, pair) => sum + pair.people, 0)
  if (people < fewestPeople) return { state: 'withheld' }
  const before = bands.map(() => 0)
  const after = bands.map(() => 0)
  for (const pair of pairs) {
    const [from, to] = [placeOf(pair.before), placeOf(pair.after)]
    before[from] = (before[from] ?? 0) + pair.people
    after[to] = (after[to] ?? 0) + pair.people
  }
  const fewest = Math.max(fewestInCategory, people / 100)
  const [least, most] = people < fewestForFullHistogram ? [3, 4] : [2, bands.length]
  const runs = bestJoining(bands.length, {
    least,
    most,
    allows: (run) => sumOf(before, run) >= fewest && sumOf(after, run) >= fewest
  })
  if (!runs) return { state: 'withheld' }
  const percents = [before, after].map((side) => wholePercents(runs.map((run) => sumOf(side, run))))
  return {
    state: 'shown',
    bands: runs.map(({ first, last }, place) => ({
      from: bands[first]?.from ?? 0,
      to: bands[last]?.to ?? 0,
      before: percents[0]?.[place] ?? 0,
      after: percents[1]?.[place] ?? 0
    }))
  }
}

/** Neighbouring bands counted together, by their places. */
interface Run {
  first: number
  last: number
}

function sumOf(counts: readonly number[], { first, last }: Run): number {
  return counts.slice(first, last + 1).reduce((sum, count) => sum + count, 0)
}

/** The most runs, from `least` to `most`, that are all allowed; then those most alike in length; then the first found. */
function bestJoining(
  length: number,
  { least, most, allows }: { least: number; most: number; allows: (run: Run) => boolean }
): Run[] | undefined {
  let best: { runs: Run[]; squares: number } | undefined
  // With at most eleven bands there are at most 1,024 ways to cut between them.
  for (const runs of joinings(0, length)) {
    if (runs.length < Math.max(least, best?.runs.length ?? 0) || runs.length > most || !runs.every(allows)) continue
    const squares = runs.reduce((sum, { first, last }) => sum + (last - first + 1) ** 2, 0)
    if (!best || runs.length > best.runs.length || squares < best.squares) best = { runs, squares }
  }
  return best?.runs
}

/** Every way to cut the bands from `first` on into runs. */
function joinings(first: number, length: number): Run[][] {
  if (first >= length) return [[]]
  return Array.from({ length: length - first }, (_, index) => first + index).flatMap((last) =>
    joinings(last + 1, length).map((rest) => [{ first, last }, ...rest])
  )
}
