import type { Instrument } from '../instruments/instrument.ts'
import { pointDecimals, rounded } from './rounding.ts'

/** Bands of equal width that cover a scale, and the way from a score to the place of its band. */
export interface ScoreBands {
  /** The lowest and the highest score of each band, as a reader sees scores; ascending, nothing between two bands. */
  bands: { from: number; to: number }[]
  placeOf: (score: number) => number
}

/** More rows than this are no longer read one by one. */
const mostBands = 11
/** Of whole points, fewer than this would hide the shape. */
const fewestBands = 5

/**
 * Whole points have a band each while there are at most eleven of them; of more, equal bands of whole points, of that
 * width whose last band lacks least. Scores with decimals have bands of a round width, as fine as eleven allow, and
 * are placed as they would be printed.
 *
 *     3 to 9:  3 4 5 6 7 8 9        0 to 30:  0-3 4-7 ... 28-30        1 to 5, means:  1.00-1.49 1.50-1.99 ... 4.50-5.00
 *
 * Where a person's score is prorated, whole points hold what rounds half up to them.
 */
export function scoreBands([min, max]: readonly [number, number], wholePoints: boolean): ScoreBands {
  const decimals = wholePoints ? 0 : pointDecimals([min, max])
  const stepsInPoint = 10 ** decimals
  const point = (steps: number) => rounded(min + steps / stepsInPoint, decimals)
  const last = Math.round((max - min) * stepsInPoint)
  // The highest score stands for itself among whole points, and closes the last band of a scale with decimals.
  const steps = wholePoints ? last + 1 : last
  const width = wholePoints ? wholeWidth(steps) : roundWidth(steps)
  const count = Math.max(1, Math.ceil(steps / width))
  return {
    bands: Array.from({ length: count }, (_, place) => ({
      from: point(place * width),
      to: place === count - 1 ? point(last) : point((place + 1) * width - 1)
    })),
    placeOf(score) {
      const place = Math.floor(Math.round(rounded((score - min) * stepsInPoint, 9)) / width)
      return Math.min(Math.max(place, 0), count - 1)
    }
  }
}

function wholeWidth(points: number): number {
  if (points <= mostBands) return 1
  const widths = Array.from({ length: points }, (_, index) => index + 1).filter((width) => {
    const count = Math.ceil(points / width)
    return count <= mostBands && count >= fewestBands
  })
  const lacking = (width: number) => Math.ceil(points / width) * width - points
  return widths.reduce((best, width) => (lacking(width) < lacking(best) ? width : best), widths[0] ?? points)
}

function roundWidth(steps: number): number {
  for (let power = 1; ; power *= 10) {
    for (const width of [power, 2 * power, 5 * power]) if (Math.ceil(steps / width) <= mostBands) return width
  }
}

/** True where everybody's score on a scale is a whole number, but for prorating: sums and counts of whole codes. */
export function hasWholePoints(
  { scoring, subscales, scale: total }: Instrument,
  scale: string,
  scores: readonly number[]
): boolean {
  const subscale = subscales.find(({ id }) => id === scale)
  const rule = scale === 'total' ? scoring.rule : subscale?.rule
  const ends = scale === 'total' ? [total.min, total.max] : [subscale?.scale?.min ?? 0, subscale?.scale?.max ?? 0]
  if (!ends.every(Number.isInteger) || rule === 'mean') return false
  if (rule === 'sum' && scale === 'total') return Number.isInteger(scoring.multiply ?? 1)
  if (rule === 'sum' || rule === 'dichotomous-count' || rule === 'separate-items') return true
  // Totals that came ready-made, and published tables: only the scores tell.
  return scores.every(Number.isInteger)
}
