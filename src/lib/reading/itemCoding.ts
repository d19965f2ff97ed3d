import type { Codes, Instrument } from '../domain/instruments/instrument.ts'
import { attachedNumber, labelledCode, numericAnswer } from './answerLabel.ts'
import type { InstrumentEntry } from './mapping.ts'
import { textKey } from './textKey.ts'

/** How the answers to one item are written in a file. */
export interface ItemCoding {
  /** Codes as the file writes them. */
  file: Pick<Codes, 'min' | 'max'>
  /** Codes as the instrument knows them, with their labels. */
  own: Codes
  /** A table of the mapping from text to the instrument's own code, where there is one. */
  table: ReadonlyMap<string, number> | null
  /** Cells that were understood before: a file has many cells and few different answers. */
  known: Map<string, ItemAnswer>
}

const knownLimit = 1000

/** One for each item, in the order in which the file asks them. */
export function itemCodings(instrument: Instrument, { order, codes }: InstrumentEntry): ItemCoding[] {
  const variants = instrument.variants
  const ordered = variants.find((variant) => variant.kind === 'order' && variant.id === order)
  const keys = ordered?.kind === 'order' ? ordered.items : instrument.items.map(({ key }) => key)
  const variant = variants.find(({ kind, id }) => kind === 'codes' && id === codes)
  const table = codes !== undefined && typeof codes !== 'string' ? new Map(Object.entries(codes)) : null
  return keys.flatMap((key) => {
    const item = instrument.items.find((candidate) => candidate.key === key)
    const own = item?.codes ?? instrument.codes
    if (!own) return []
    const file = !item?.codes && variant?.kind === 'codes' ? variant : own
    return [{ file: { min: file.min, max: file.max }, own, table, known: new Map() }]
  })
}

export type ItemAnswer =
  | { code: number }
  | { unknown: 'not-an-option'; options: string }
  | { unknown: 'out-of-range'; min: number; max: number }

/**
 * What a cell answers, as a code of the file: by the mapping's table, else by the instrument's labels, else as a number.
 * "3 - Often" and "often (3)" are label and number at once.
 */
export function itemAnswer(cell: string, coding: ItemCoding): ItemAnswer {
  const known = coding.known.get(cell)
  if (known) return known
  const answer = readAnswer(cell, coding)
  if (coding.known.size < knownLimit) coding.known.set(cell, answer)
  return answer
}

function readAnswer(cell: string, coding: ItemCoding): ItemAnswer {
  const { file, own, table } = coding
  const inFile = (ownCode: number): ItemAnswer => ({ code: ownCode - own.min + file.min })
  const tabled = table && tableCode(cell, table)
  if (tabled !== null && tabled !== undefined) return inFile(tabled)
  const labelled = labelledCode(cell, own.labels)
  if (labelled !== null) return inFile(labelled)
  // A table that names numbers gives them its own meaning, so a number beside it means nothing known.
  const numbersTabled = table !== null && [...table.keys()].some((text) => numericAnswer(text) !== null)
  const number = numericAnswer(cell) ?? attachedNumber(cell)
  if (number === null || numbersTabled) return { unknown: 'not-an-option', options: options(coding) }
  if (number < file.min || number > file.max) return { unknown: 'out-of-range', min: file.min, max: file.max }
  return { code: number }
}

function tableCode(cell: string, table: ReadonlyMap<string, number>): number | null {
  const exact = table.get(cell)
  if (exact !== undefined) return exact
  const key = textKey(cell)
  const alike = [...table].find(([text]) => key !== '' && textKey(text) === key)
  return alike ? alike[1] : null
}

/** What would have been understood, for the message: the first label of each code, or the numbers. */
function options({ file, own, table }: ItemCoding): string {
  if (table) return [...table.keys()].join(', ')
  const labels = Object.values(own.labels ?? {}).flatMap(([label]) => label ?? [])
  return [...labels, `${file.min}-${file.max}`].join(', ')
}
