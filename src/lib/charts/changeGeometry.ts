import { scaleLinear } from 'd3-scale'
import { axisTicks } from './axisTicks.ts'

/** What the Change chart is drawn from: released numbers, rounded already, in points of the scale. */
export interface ChangeNumbers {
  range: readonly [number, number]
  better: 'higher' | 'lower'
  before: number
  after: number
  change: number
  low: number
  high: number
}

export interface Tick {
  value: number
  /** Place on the strip, per cent from its left end. */
  at: number
}

/** Places on a strip in per cent from its left end; better is to the right whichever way the scale runs. */
export interface ChangeGeometry {
  ends: { left: number; right: number }
  before: number
  after: number
  /** The change axis has the same points per centimetre, and its zero under `before`. */
  change: { zero: number; dot: number; from: number; to: number }
  ticks: { wide: Tick[]; narrow: Tick[] }
  changeTicks: { wide: Tick[]; narrow: Tick[] }
}

const most = { wide: 7, narrow: 4 }

/**
 *              before 6.1   after 5.2
 *   9 . . . . . . . o⌒⌒⌒⌒⌒⌒● . . . . . . 3      the scale's real range
 *                    0   ----●----            the change, standing under what it brought about
 *
 * An interval that reaches beyond the end of the scale is cut at the end: its numbers are printed in full.
 */
export function changeGeometry(numbers: ChangeNumbers): ChangeGeometry {
  const { range, better, before, after, change, low, high } = numbers
  const [min, max] = range
  const [left, right] = better === 'higher' ? [min, max] : [max, min]
  const place = scaleLinear().domain([left, right]).range([0, 100]).clamp(true)
  const bounds = [place(before + low), place(before + high)]
  return {
    ends: { left, right },
    before: place(before),
    after: place(after),
    change: {
      zero: place(before),
      dot: place(before + change),
      from: Math.min(...bounds),
      to: Math.max(...bounds)
    },
    ticks: { wide: scaleTicks(most.wide), narrow: scaleTicks(most.narrow) },
    changeTicks: { wide: changeTicks(most.wide), narrow: changeTicks(most.narrow) }
  }

  function scaleTicks(count: number): Tick[] {
    return axisTicks(range, count).map((value) => ({ value, at: place(value) }))
  }

  function changeTicks(count: number): Tick[] {
    const [first = min, second = max] = axisTicks(range, count)
    const step = second - first
    const lowest = Math.ceil((min - before) / step)
    const highest = Math.floor((max - before) / step)
    return Array.from({ length: highest - lowest + 1 }, (_, index) => {
      // Adding zero turns -0 into 0, which would be written with a sign.
      const value = (lowest + index) * step + 0
      return { value, at: place(before + value) }
    })
  }
}
