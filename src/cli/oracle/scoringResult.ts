import { findInstrument } from '#lib/domain/instruments/index.ts'
import { band } from '#lib/domain/scoring/band.ts'
import { canonicalAnswers } from '#lib/domain/scoring/canonicalAnswers.ts'
import { scoreSubmission } from '#lib/domain/scoring/scoreSubmission.ts'
import type { ScoringVector } from './vectorFile.ts'

/**
 * Total, band and subscales of one scoring vector, whose order and codes are the published ones unless it names others.
 * Throws where the instrument is not in the catalogue, or its answers cannot be scored.
 */
export function scoringResult({ instrument: id, answers, order, codes }: ScoringVector): Record<string, unknown> {
  const instrument = findInstrument(id)
  if (!instrument) throw new Error('the instrument is not in the catalogue')
  const scored = scoreSubmission(
    instrument,
    canonicalAnswers(instrument, answers, { order: order ?? 'published', codes })
  )
  return { ...scored.subscales, total: scored.total, band: band(instrument, scored.total)?.label ?? null }
}
