/**
 * How many people have each (before, after) pair of scores, and how many answered only once.
 * Exact for any number of people; scores may be decimals. Additive over people who do not overlap.
 *
 *            after
 *            3  4  5 ...
 *  before 3  .  .  .     `pairs` lists the cells that are not empty
 *         4  .  2  .
 */
export interface JointCounts {
  pairs: readonly { before: number; after: number; people: number }[]
  /** People with a score before and none after. */
  onlyBefore: readonly { score: number; people: number }[]
  /** People with a score after and none before. */
  onlyAfter: readonly { score: number; people: number }[]
}

/**
 * The joint counts of two lists of scores, one place per person, null where the person gave none.
 * Throws a RangeError where the lists differ in length or a score is not a finite number.
 */
export function jointCounts(before: readonly (number | null)[], after: readonly (number | null)[]): JointCounts {
  if (before.length !== after.length)
    throw new RangeError(`${before.length} people before and ${after.length} after: each needs a place in both lists`)
  const table = new Map<number | null, Map<number | null, number>>()
  before.forEach((score, person) => {
    const later = after[person] ?? null
    for (const value of [score, later])
      if (value !== null && !Number.isFinite(value)) throw new RangeError(`${value} is not a score (place ${person})`)
    const row = table.get(score) ?? new Map<number | null, number>()
    row.set(later, (row.get(later) ?? 0) + 1)
    table.set(score, row)
  })
  const cells = [...table].flatMap(([score, row]) =>
    [...row].map(([later, people]) => ({ before: score, after: later, people }))
  )
  const pairs = cells.flatMap(({ before, after, people }) =>
    before === null || after === null ? [] : [{ before, after, people }]
  )
  return {
    pairs: pairs.sort((left, right) => left.before - right.before || left.after - right.after),
    onlyBefore: cells.flatMap(({ before: score, after, people }) =>
      score !== null && after === null ? [{ score, people }] : []
    ),
    onlyAfter: cells.flatMap(({ before, after: score, people }) =>
      before === null && score !== null ? [{ score, people }] : []
    )
  }
}
