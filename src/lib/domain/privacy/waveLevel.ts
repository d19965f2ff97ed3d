import { moments } from '../statistics/moments.ts'
import { nearlyAllOneScore } from './alikeAnswers.ts'
import type { CollectedScale } from './collectedProgram.ts'
import type { Outcome } from './release.ts'
import { pointDecimals, rounded } from './rounding.ts'

/** The level of one wave, everybody who answered then: for programs whose people cannot be paired. */
export function waveLevel(
  { wave, scores }: CollectedScale['waves'][number],
  range: readonly [number, number],
  accepted: boolean
): Outcome['waves'][number] {
  const level = moments(scores.map(({ score, people }) => ({ value: score, people })))
  if (!accepted || nearlyAllOneScore(scores, pointDecimals(range)) || level?.sd === undefined) {
    return { wave, level: { state: 'withheld' } }
  }
  const decimals = pointDecimals(range)
  return {
    wave,
    level: { state: 'shown', people: level.n, mean: rounded(level.mean, decimals), sd: rounded(level.sd, decimals) }
  }
}
