import type { Codes, Instrument } from '../domain/instruments/instrument.ts'
import { labelledCode, numericAnswer } from './answerLabel.ts'
import type { ColumnValues } from './columnValues.ts'
import { isMissingMarker } from './missingMarkers.ts'

export interface CodesVariant {
  /** A variant's id; null for the instrument's own codes, or for labels. */
  codes: string | null
  /** A code outside the range that stands for "not answered". */
  missing: string[]
  /** Share of the different answers seen that are understood this way. */
  fit: number
}

/** Under which codes the answers of these columns make sense: the instrument's own, or a variant such as 1-4 or 0-4. */
export function codesVariant(instrument: Instrument, columns: readonly ColumnValues[]): CodesVariant {
  const own = instrument.codes ?? { min: 0, max: 0 }
  const texts = new Set(columns.flatMap(({ texts }) => [...texts.keys()]).filter((text) => !isMissingMarker(text)))
  const numbers = new Set([...texts].flatMap((text) => numericAnswer(text) ?? []))
  const labelled = [...texts].filter((text) => numericAnswer(text) === null && labelledCode(text, own.labels) !== null)
  if (texts.size === 0) return { codes: null, missing: [], fit: 1 }
  const fitOf = (count: number) => (count + labelled.length) / texts.size
  const candidates = [
    { codes: null, range: own },
    ...instrument.variants.flatMap((variant) =>
      variant.kind === 'codes' ? [{ codes: variant.id, range: variant }] : []
    )
  ].map(({ codes, range }) => ({
    codes,
    within: [...numbers].filter((number) => number >= range.min && number <= range.max).length,
    unseen: unseenEnds(range, numbers),
    // Zero below a scale that begins at 1 is how several tools write "not answered".
    zero: range.min === 1 && numbers.has(0)
  }))
  const best = candidates.reduce((a, b) => (better(b, a, numbers.size) ? b : a))
  const zeroIsMissing = best.zero && best.within === numbers.size - 1
  return {
    codes: best.codes,
    missing: zeroIsMissing ? ['0'] : [],
    fit: fitOf(best.within + (zeroIsMissing ? 1 : 0))
  }
}

interface Candidate {
  within: number
  unseen: number
  zero: boolean
}

/** First what explains all numbers, then what explains all but a zero, then what leaves fewer ends of its range unseen. */
function better(b: Candidate, a: Candidate, count: number): boolean {
  const rank = ({ within, zero }: Candidate) => (within === count ? 2 : zero && within === count - 1 ? 1 : 0)
  if (rank(a) !== rank(b)) return rank(b) > rank(a)
  return b.within !== a.within ? b.within > a.within : b.unseen < a.unseen
}

function unseenEnds({ min, max }: Pick<Codes, 'min' | 'max'>, numbers: ReadonlySet<number>): number {
  return (numbers.has(min) ? 0 : 1) + (numbers.has(max) ? 0 : 1)
}
