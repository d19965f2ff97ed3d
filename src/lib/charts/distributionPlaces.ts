/** Heights, in em of the chart's text, at which the parts of the Distribution chart stand. */
export interface DistributionPlaces {
  /** The names of the two sides (their baseline). */
  heading: number
  /** The words of the scale's ends, above the rows and under them, and how much room each has. */
  first: number
  last: number
  end: number
  /** Where the rows begin and end. */
  top: number
  bottom: number
  /** The numbers of the axes (their baseline). */
  ticks: number
  height: number
  /** Every row is equally tall, however many scores it holds. */
  row: (index: number) => number
}

/** 44 px at the chart's size of text: what a finger hits. */
export const rowHeight = 2.95
/** In a row: its bars, the baseline of its words, and the two bars that stand under each other on the narrowest phone. */
export const inRow = {
  bar: { top: 0.6, height: 1.75 },
  baseline: 1.82,
  stacked: { before: { top: 0.3, baseline: 1.2 }, after: { top: 1.6, baseline: 2.5 }, height: 1.1 }
}

const line = 1.3
const lettersInLine = 38

/** The ends of a scale are named in its own words, which may be long: their lines are counted for the narrowest phone. */
export function distributionPlaces(
  rows: number,
  ends: { first: string; last: string },
  letters = lettersInLine
): DistributionPlaces {
  const lines = (words: string) => Math.ceil(words.length / letters)
  const end = Math.max(lines(ends.first), lines(ends.last)) * line
  const gap = end > 0 ? 0.5 : 0
  const top = 1.6 + end + gap
  const bottom = top + rows * rowHeight
  return {
    heading: 1.1,
    first: 1.6,
    last: bottom + 1.9,
    end,
    top,
    bottom,
    ticks: bottom + 1.2,
    height: bottom + 1.9 + end,
    row: (index) => top + index * rowHeight
  }
}
