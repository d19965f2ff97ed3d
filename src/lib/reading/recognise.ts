import type { Instrument } from '../domain/instruments/instrument.ts'
import type { ColumnValues } from './columnValues.ts'
import type { FileLayout } from './fileOverview.ts'
import { foundColumns, type FoundInstrument } from './foundInstrument.ts'
import { itemName, type NumberedGroup, numberedGroups } from './itemNames.ts'
import { instrumentsByName, rounded, totalsByName } from './recogniseNames.ts'
import { instrumentsByText } from './recogniseText.ts'
import { placedWave } from './waveWords.ts'

/** Every instrument that Kith believes to stand in a file, in the order of its columns. No column is taken twice. */
export function foundInstruments(
  layout: FileLayout,
  values: readonly ColumnValues[],
  instruments: readonly Instrument[]
): FoundInstrument[] {
  const names = layout.columns.flatMap((column) => itemName(column) ?? [])
  const byName = instrumentsByName(layout, values, numberedGroups(names), instruments)
  const byText = instrumentsByText(layout, values, instruments).map((found) => withWaveOfNames(found, byName))
  // A text shows the order of the items; names alone do not.
  const chosen = apart([...byText, ...byName])
  const ids = new Set(chosen.map(({ instrument }) => instrument.id))
  const totals = totalsByName(layout, values, names, instruments).filter(({ instrument }) => !ids.has(instrument.id))
  const found = apart([...chosen, ...totals]).sort((a, b) => firstColumn(a) - firstColumn(b))
  return withTimes(layout, found)
}

/** Numbered columns of the file, whatever they belong to; totals stand beside them. */
export function itemGroups(layout: FileLayout): NumberedGroup[] {
  return numberedGroups(layout.columns.flatMap((column) => itemName(column) ?? [])).filter(
    ({ items }) => items.length > 2
  )
}

function withWaveOfNames(found: FoundInstrument, byName: readonly FoundInstrument[]): FoundInstrument {
  const first = firstColumn(found)
  const named = byName.find((other) => other.instrument.id === found.instrument.id && firstColumn(other) === first)
  return named
    ? { ...found, wave: named.wave, place: named.place, confidence: Math.max(found.confidence, named.confidence) }
    : found
}

/** Longer instruments first: three of twenty questions are not another questionnaire of three. */
function apart(found: readonly FoundInstrument[]): FoundInstrument[] {
  const taken = new Set<number>()
  return [...found]
    .sort((a, b) => foundColumns(b).length - foundColumns(a).length || b.confidence - a.confidence)
    .filter((candidate) => {
      const columns = foundColumns(candidate)
      if (columns.some((index) => taken.has(index))) return false
      for (const index of columns) taken.add(index)
      return true
    })
}

function firstColumn(found: FoundInstrument): number {
  return Math.min(...foundColumns(found))
}

/** Waves of one instrument: numbered times by their order; the same questions twice, by their order in the file. */
function withTimes(layout: FileLayout, found: readonly FoundInstrument[]): FoundInstrument[] {
  return found.map((one) => {
    if (one.wave) return one
    const alike = found.filter(({ instrument }) => instrument.id === one.instrument.id)
    if (one.place !== null) {
      const places = [...new Set(found.flatMap(({ place }) => place ?? []))].sort((a, b) => a - b)
      return places.length > 1 ? { ...one, wave: placedWave(places.indexOf(one.place)) } : one
    }
    if (alike.length < 2 || alike.some(({ wave, place }) => wave !== null || place !== null)) return one
    return askedTwice(layout, alike, one)
  })
}

/** Nothing but place and wording tells the times apart, so this is a proposal for a person to check. */
function askedTwice(layout: FileLayout, alike: readonly FoundInstrument[], one: FoundInstrument): FoundInstrument {
  const place = alike.indexOf(one)
  const texts = alike.map((other) => {
    const column = layout.columns[firstColumn(other)]
    return column?.question ?? column?.name ?? ''
  })
  const early = /\b(before|prior|at the start|beginning of the program)/i.test(texts[0] ?? '')
  const late = /\b(after|during|now|since|these days|past week)\b/i.test(texts[1] ?? '')
  const { text, other } = difference(texts[place] ?? '', texts[place === 0 ? 1 : 0] ?? '')
  const wave = placedWave(place)
  return {
    ...one,
    wave,
    confidence: rounded(one.confidence * (early && late ? 0.75 : 0.5)),
    reason: {
      code: 'instrument-asked-twice',
      values: {
        first: String(one.reason.values.first ?? ''),
        last: String(one.reason.values.last ?? ''),
        wave,
        text,
        other
      }
    }
  }
}

/** What two questions do not share, up to a few words. */
function difference(a: string, b: string): { text: string; other: string } {
  const [left, right] = [a.split(' '), b.split(' ')]
  let start = 0
  while (start < left.length && left[start] === right[start]) start++
  let end = 0
  while (end < left.length - start && end < right.length - start && left.at(-1 - end) === right.at(-1 - end)) end++
  const part = (words: string[]) => words.slice(start, Math.min(words.length - end, start + 8)).join(' ')
  return { text: part(left), other: part(right) }
}
