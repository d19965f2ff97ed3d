import * as m from '#lib/messages/generated/messages.js'
import type { Part } from './out100Marks.ts'

/** By which rule a person's move counts; absent where only "nearly all" may be told. */
export type Rule = 'reliable' | 'any' | undefined

/** A block of marks in a word or two: "no reliable change". */
export function partName(part: Part, rule: Rule): string {
  const reliable = rule === 'reliable'
  switch (part) {
    case 'better':
      return m.charts_out100_part_better()
    case 'worse':
      return m.charts_out100_part_worse()
    case 'same':
      if (!rule) return m.charts_out100_part_about_same()
      return reliable ? m.charts_out100_part_same_reliable() : m.charts_out100_part_same_any()
    case 'better-or-same':
      return reliable ? m.charts_out100_part_better_or_same_reliable() : m.charts_out100_part_better_or_same_any()
    case 'same-or-worse':
      return reliable ? m.charts_out100_part_same_or_worse_reliable() : m.charts_out100_part_same_or_worse_any()
    case 'rest':
      return m.charts_out100_part_rest()
  }
}

/** The same block as a part of a sentence: "56 showed no reliable change". */
export function partPhrase(part: Exclude<Part, 'rest'>, n: string, rule: Rule): string {
  const reliable = rule === 'reliable'
  switch (part) {
    case 'better':
      return m.charts_out100_got_better({ n })
    case 'worse':
      return m.charts_out100_got_worse({ n })
    case 'same':
      return reliable ? m.charts_out100_got_same_reliable({ n }) : m.charts_out100_got_same_any({ n })
    case 'better-or-same':
      return reliable
        ? m.charts_out100_got_better_or_same_reliable({ n })
        : m.charts_out100_got_better_or_same_any({ n })
    case 'same-or-worse':
      return reliable ? m.charts_out100_got_same_or_worse_reliable({ n }) : m.charts_out100_got_same_or_worse_any({ n })
  }
}
