import type { Band, Instrument } from '../instruments/instrument.ts'

/**
 * The band that a total falls into; null without a total, without bands, or below the lowest. Where scores and band
 * edges are whole numbers a prorated total is rounded half up first, so that 14.6 of a band from 15 is not left below.
 */
export function band({ bands, scoring }: Instrument, score: number | null): Band | null {
  if (score === null) return null
  const whole = scoring.rule === 'sum' || scoring.rule === 'dichotomous-count'
  const edges = bands.every(({ from, exclusive }) => Number.isInteger(from) && !exclusive)
  const placed = whole && edges ? Math.floor(score + 0.5) : score
  const reached = bands.filter(({ from, exclusive }) => (exclusive ? placed > from : placed >= from))
  return reached.reduce<Band | null>((highest, next) => (highest && highest.from > next.from ? highest : next), null)
}
