/** What became of a group of people; neighbours may be counted together where few stand in one of them. */
export type Part = 'better' | 'same' | 'worse' | 'better-or-same' | 'same-or-worse' | 'rest'

/** The released shares, as far as marks are drawn from them. */
export type Shares =
  | {
      readonly state: 'shown'
      readonly parts: readonly { readonly of: readonly ('better' | 'same' | 'worse')[]; readonly percent: number }[]
    }
  | { readonly state: 'nearlyAll'; readonly of: 'better' | 'same' | 'worse'; readonly atLeast: number }

export interface Mark {
  part: Part
  /** 0 to 9, from the left and from the top. */
  column: number
  row: number
}

export interface Block {
  part: Part
  count: number
  /** The middle of the block's marks, in rows from the top (0 to 10). */
  middle: number
}

export interface Out100 {
  marks: Mark[]
  blocks: Block[]
}

/**
 * A hundred marks, filled row by row, one block of equal marks after another: never scattered, so that they can be
 * compared by eye. Where only "nearly all" may be told, the rest is one block that tells nothing.
 */
export function out100Marks(shares: Shares): Out100 {
  const parts: { part: Part; count: number }[] =
    shares.state === 'shown'
      ? shares.parts.map(({ of, percent }) => ({ part: partOf(of), count: percent }))
      : [
          { part: shares.of, count: shares.atLeast },
          { part: 'rest', count: 100 - shares.atLeast }
        ]
  const total = parts.reduce((sum, { count }) => sum + count, 0)
  if (total !== 100) throw new RangeError(`the parts of a hundred add to ${total}`)

  let drawn = 0
  const blocks: Block[] = []
  const marks: Mark[] = []
  for (const { part, count } of parts) {
    blocks.push({ part, count, middle: (drawn + count / 2) / 10 })
    for (let mark = drawn; mark < drawn + count; mark++) {
      marks.push({ part, column: mark % 10, row: Math.floor(mark / 10) })
    }
    drawn += count
  }
  return { marks, blocks }
}

function partOf(directions: readonly ('better' | 'same' | 'worse')[]): Part {
  const [only, second, third] = directions
  if (only && !second) return only
  if (only === 'better' && second === 'same' && !third) return 'better-or-same'
  if (only === 'same' && second === 'worse' && !third) return 'same-or-worse'
  throw new RangeError(`"${directions.join(', ')}" are not neighbours that can be counted together`)
}
