import type { Instrument, Item } from '../domain/instruments/instrument.ts'
import { codesVariant } from './codesVariant.ts'
import type { ColumnValues } from './columnValues.ts'
import type { FileLayout } from './fileOverview.ts'
import type { FoundInstrument } from './foundInstrument.ts'
import { fitWeight, leastCoverage, rounded } from './recogniseNames.ts'
import { textWords } from './textKey.ts'

/** Below this share of understood answers, words alike are a coincidence. */
const leastFit = 0.5

interface Hit {
  index: number
  /** Places of the items whose words occur, the most telling first. */
  items: number[]
}

interface Block {
  columns: Map<number, number>
  span: number
}

/** Instruments whose questions are asked in these columns, by the words that give each question away. */
export function instrumentsByText(
  layout: FileLayout,
  values: readonly ColumnValues[],
  instruments: readonly Instrument[]
): FoundInstrument[] {
  const texts = layout.columns.map(({ name, question }) => textWords(question ?? name))
  return instruments.flatMap((instrument) => {
    if (instrument.items.filter(({ keywords }) => keywords).length < 2) return []
    const hits = texts.flatMap((words, index) => {
      const items = hitItems(words, instrument.items)
      return items.length > 0 ? [{ index, items }] : []
    })
    return blocksOf(hits, instrument.items.length).flatMap(({ columns }) => {
      const found = foundByText(layout, values, instrument, columns)
      return found ? [found] : []
    })
  })
}

function hitItems(words: string, items: readonly Item[]): number[] {
  return items
    .map(({ keywords = [] }, place) => ({
      place,
      weight: Math.max(0, ...keywords.filter((group) => group.every((word) => occurs(words, word))).map(weightOf))
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ place }) => place)
}

/** Long words may have an ending ("needs" for "need" is short and must be exact or listed). */
function occurs(words: string, word: string): boolean {
  return words.includes(word.length >= 5 ? ` ${word}` : ` ${word} `)
}

function weightOf(group: readonly string[]): number {
  return group.join('').length
}

/** The best runs of neighbouring columns in which nearly every item occurs once; the same questions may come again. */
function blocksOf(hits: readonly Hit[], length: number): Block[] {
  const blocks: Block[] = []
  const used = new Set<number>()
  for (;;) {
    const free = hits.filter(({ index }) => !used.has(index))
    const best = free
      .map((_, start) => blockFrom(free.slice(start), length))
      .reduce<Block | null>((a, b) => (a === null || isBetter(b, a) ? b : a), null)
    if (!best || best.columns.size < Math.max(2, Math.ceil(leastCoverage * length))) return blocks
    if (length <= 4 && best.columns.size < length) return blocks
    blocks.push(best)
    for (const index of best.columns.values()) used.add(index)
  }
}

function blockFrom(hits: readonly Hit[], length: number): Block {
  const columns = new Map<number, number>()
  const first = hits[0]?.index ?? 0
  const window = length + Math.max(3, Math.round(length / 4))
  let last = first
  for (const { index, items } of hits) {
    if (index - first >= window) break
    const item = items.find((place) => !columns.has(place))
    if (item === undefined) continue
    columns.set(item, index)
    last = index
  }
  return { columns, span: last - first }
}

function isBetter(b: Block, a: Block): boolean {
  return b.columns.size !== a.columns.size ? b.columns.size > a.columns.size : b.span < a.span
}

function foundByText(
  { columns }: FileLayout,
  values: readonly ColumnValues[],
  instrument: Instrument,
  block: ReadonlyMap<number, number>
): FoundInstrument | null {
  const indices = [...block.values()].sort((a, b) => a - b)
  const { codes, missing, fit } = codesVariant(
    instrument,
    indices.flatMap((index) => values[index] ?? [])
  )
  if (fit < leastFit) return null
  const byKey = new Map([...block].map(([place, index]) => [instrument.items[place]?.key ?? '', index]))
  const { order, keys } = orderInFile(instrument, byKey)
  const name = (at: number) => columns[indices.at(at) ?? -1]?.name ?? ''
  return {
    instrument,
    items: keys.map((key) => byKey.get(key) ?? null),
    total: null,
    wave: null,
    place: null,
    order,
    codes,
    missing,
    confidence: rounded((0.92 * block.size * fitWeight(fit)) / instrument.items.length),
    reason: { code: 'instrument-text', values: { first: name(0), last: name(-1) } }
  }
}

/**
 * The declared order in which the file asks the items; where it is none of them, the columns are listed in the first
 * declared order: each question is known by its text, so nothing is guessed.
 */
function orderInFile(
  instrument: Instrument,
  byKey: ReadonlyMap<string, number>
): { order: string | null; keys: string[] } {
  const own = instrument.items.map(({ key }) => key)
  if (!instrument.orderMustBeDeclared) return { order: null, keys: own }
  const orders = instrument.variants.filter((variant) => variant.kind === 'order')
  const asked = orders.find(({ items }) => isAscending(items.flatMap((key) => byKey.get(key) ?? [])))
  const chosen = asked ?? orders[0]
  return chosen ? { order: chosen.id, keys: chosen.items } : { order: null, keys: own }
}

function isAscending(indices: readonly number[]): boolean {
  return indices.every((index, at) => at === 0 || index > (indices[at - 1] ?? 0))
}
