import type { Instrument } from '../instruments/instrument.ts'
import { itemValues } from './itemValues.ts'
import { partialScore, type MissingRule } from './partialScore.ts'
import { ScoringError } from './scoringProblem.ts'

export interface ScoredSubmission {
  /** Every item was answered. */
  complete: boolean
  answered: number
  /** On the instrument's own range; null where its rule gives none. */
  total: number | null
  subscales: Record<string, number | null>
  /** The total stands on the person's mean for some items. */
  prorated: boolean
}

/**
 * The scores of one person's answers, given as codes on the instrument's own range in its own item order (see
 * canonicalAnswers), null for no answer. Missing items follow the instrument's own rule, or `complete-case` where the
 * mapping asks for it. For a ready-made total the one number is the score. Throws a ScoringError on a wrong count.
 */
export function scoreSubmission(
  instrument: Instrument,
  codes: readonly (number | null)[],
  { incomplete = 'instrument' }: { incomplete?: 'instrument' | 'complete-case' } = {}
): ScoredSubmission {
  const ready = instrument.scoring.rule === 'total'
  const expected = ready ? 1 : instrument.items.length
  if (codes.length !== expected)
    throw new ScoringError({ code: 'wrong-count', instrument: instrument.id, given: codes.length, expected })
  const answered = codes.filter((code) => code !== null).length
  const complete = answered === expected
  const values = ready ? [...codes] : itemValues(instrument, codes)
  const missing: MissingRule = incomplete === 'complete-case' ? completeCase : { atMost: 0, ...instrument.missing }
  const total = totalScore(instrument, values, missing)
  return {
    complete,
    answered,
    total,
    subscales: subscaleScores(instrument, values, missing),
    prorated: total !== null && !complete && missing.rule === 'prorate'
  }
}

const completeCase: MissingRule = { rule: 'complete-case', atMost: 0 }

function totalScore({ scoring }: Instrument, values: (number | null)[], missing: MissingRule): number | null {
  const { multiply, table } = scoring
  switch (scoring.rule) {
    case 'total':
      return values[0] ?? null
    case 'separate-items':
      return null
    case 'lookup': {
      // The table knows whole raw totals only, so nothing can be prorated into it.
      const raw = partialScore(values, { by: 'sum', missing: completeCase })
      return raw === null ? null : (table?.[String(raw)] ?? null)
    }
    case 'mean':
      return partialScore(values, { by: 'mean', multiply, missing })
    case 'sum':
    case 'dichotomous-count':
      return partialScore(values, { by: 'sum', multiply, missing })
  }
}

/**
 * Subscales of up to four items need every answer; longer ones are prorated with at most a fifth missing, where the
 * instrument prorates at all. Separate items without named subscales are scales of their own, by item key.
 */
function subscaleScores(instrument: Instrument, values: (number | null)[], missing: MissingRule) {
  const places = new Map(instrument.items.map((item, index) => [item.key, index]))
  const alone = instrument.scoring.rule === 'separate-items' && instrument.subscales.length === 0
  const parts = alone
    ? instrument.items.map(({ key }) => ({ id: key, items: [key], rule: 'sum' as const }))
    : instrument.subscales
  return Object.fromEntries(
    parts.map(({ id, items, rule }) => {
      const own = items.map((key) => values[places.get(key) ?? -1] ?? null)
      const lenient = missing.rule === 'prorate' && items.length > 4
      const allowed = lenient ? { ...missing, atMost: Math.floor(items.length / 5) } : completeCase
      return [id, partialScore(own, { by: rule, missing: allowed })]
    })
  )
}
