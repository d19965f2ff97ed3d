import { scaleLinear } from 'd3-scale'

/**
 * At most `most` values at which an axis is named, always both ends of the scale: a reader must see where it stops.
 * Equal steps in whole points where the range can be divided so; else round values between the ends, none of them
 * crowding an end.
 *
 *   3 to 9, seven:  3 4 5 6 7 8 9      8 to 40, seven:  8 16 24 32 40      0 to 11, seven:  0 2 4 6 8 11
 */
export function axisTicks([min, max]: readonly [number, number], most: number): number[] {
  const range = max - min
  if (range <= 0) return [min]
  const step = equalStep(range, most)
  if (step) return Array.from({ length: Math.round(range / step) + 1 }, (_, index) => min + index * step)

  const round = scaleLinear()
    .domain([min, max])
    .ticks(Math.max(1, most - 2))
  const crowded = 0.6 * ((round[1] ?? max) - (round[0] ?? min))
  const inner = round.filter((value) => value - min >= crowded && max - value >= crowded)
  return [min, ...inner.slice(0, Math.max(0, most - 2)), max]
}

function equalStep(range: number, most: number): number | undefined {
  if (!Number.isInteger(range)) return undefined
  for (let parts = Math.min(most - 1, range); parts >= Math.min(2, range); parts--) {
    if (range % parts === 0) return range / parts
  }
  return undefined
}
