import { decimalDifference } from '../statistics/decimalDifference.ts'
import type { Codes, Instrument, Item } from '../instruments/instrument.ts'
import { ScoringError } from './scoringProblem.ts'

/** Names of variants; left out means the instrument's own. */
export interface AnswerVariant {
  order?: string | undefined
  codes?: string | undefined
}

/**
 * The answers of a file, in its order and its codes, as the instrument's own codes in the instrument's own item order.
 * Throws a ScoringError: the order must be declared and is not, a variant is unknown, there are too many or too few
 * answers, or one is not a code (with its place). For a ready-made total, one number on the scale.
 */
export function canonicalAnswers(
  instrument: Instrument,
  given: readonly (number | null)[],
  { order, codes }: AnswerVariant = {}
): (number | null)[] {
  const expected = instrument.scoring.rule === 'total' ? 1 : instrument.items.length
  if (given.length !== expected)
    throw new ScoringError({ code: 'wrong-count', instrument: instrument.id, given: given.length, expected })
  if (instrument.scoring.rule === 'total')
    return given.map((total) => (total === null ? null : canonicalTotal(instrument, total, { codes })))
  const file = codesOf(instrument, codes)
  const places = new Map(orderOf(instrument, order).map((key, place) => [key, place]))
  return instrument.items.map((item) => {
    const position = places.get(item.key) ?? -1
    return canonicalCode(instrument, item, { value: given[position] ?? null, position, file })
  })
}

/**
 * A ready-made total on the instrument's own range: a Rosenberg total of 26.3 from codes 1 to 4 is 16.3.
 * Throws a ScoringError where the codes are unknown or the total falls outside the scale.
 */
export function canonicalTotal(
  instrument: Instrument,
  total: number,
  { codes }: Pick<AnswerVariant, 'codes'> = {}
): number {
  const { min, max } = instrument.scale
  const shift = scaleShift(instrument, codes)
  const canonical = decimalDifference(total, shift)
  if (!(canonical >= min && canonical <= max))
    throw outOfRange(instrument, total, { min: min + shift, max: max + shift }, 0)
  return canonical
}

/** How much higher a total stands under these codes; the counts and tables of other rules do not shift. */
function scaleShift(instrument: Instrument, codes: string | undefined): number {
  const file = codesOf(instrument, codes)
  if (!file || !instrument.codes) return 0
  const shifted = instrument.items.filter((item) => !item.codes).length
  const each = (file.min - instrument.codes.min) * (instrument.scoring.multiply ?? 1)
  if (instrument.scoring.rule === 'sum') return shifted * each
  return instrument.scoring.rule === 'mean' ? (shifted * each) / instrument.items.length : 0
}

function canonicalCode(
  instrument: Instrument,
  item: Item,
  { value, position, file }: { value: number | null; position: number; file: Codes | undefined }
): number | null {
  if (value === null) return null
  const given = item.codes ?? file
  const own = item.codes ?? instrument.codes
  if (!given || !own) throw new Error(`${instrument.id}: "${item.key}" has no codes`)
  if (!Number.isInteger(value) || value < given.min || value > given.max)
    throw outOfRange(instrument, value, given, position)
  return value - given.min + own.min
}

/** The codes of the file; undefined where every item brings its own. */
function codesOf(instrument: Instrument, codes: string | undefined): Codes | undefined {
  if (codes === undefined) return instrument.codes
  const known = instrument.variants.filter((variant) => variant.kind === 'codes')
  const variant = known.find(({ id }) => id === codes)
  if (variant) return { min: variant.min, max: variant.max }
  throw new ScoringError({
    code: 'unknown-codes',
    instrument: instrument.id,
    given: codes,
    codes: known.map(({ id }) => id)
  })
}

function orderOf(instrument: Instrument, order: string | undefined): string[] {
  const known = instrument.variants.filter((variant) => variant.kind === 'order')
  const orders = known.map(({ id }) => id)
  const own = instrument.items.map(({ key }) => key)
  if (order === undefined) {
    if (instrument.orderMustBeDeclared)
      throw new ScoringError({ code: 'order-not-declared', instrument: instrument.id, orders })
    return own
  }
  const variant = known.find(({ id }) => id === order)
  if (variant) return variant.items
  if (order === 'published' && !instrument.orderMustBeDeclared) return own
  throw new ScoringError({ code: 'unknown-order', instrument: instrument.id, given: order, orders })
}

function outOfRange(instrument: Instrument, given: number, { min, max }: Codes, position: number): ScoringError {
  return new ScoringError({ code: 'out-of-range', instrument: instrument.id, given, min, max, position })
}
