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
