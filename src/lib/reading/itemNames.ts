import type { FileLayout } from './fileOverview.ts'
import { waveSign, type WaveSign } from './waveWords.ts'

/** A column name taken apart: Pre_SSE_12 is number 12 of "sse", early. */
export interface ItemName {
  index: number
  stem: string
  /** Null for a name without a number: a total, a scale. */
  number: number | null
  sign: WaveSign | null
  /** Which of several columns of the same name: 1, 2 ... */
  occurrence: number
}

/** Numbered columns of one name, one time and one occurrence. */
export interface NumberedGroup {
  stem: string
  sign: WaveSign | null
  occurrence: number
  /** By number, ascending. */
  items: { number: number; index: number }[]
}

/** Names of at most a few words; a question's text is no item name. */
export function itemName({ index, name }: Pick<FileLayout['columns'][number], 'index' | 'name'>): ItemName | null {
  if (name.length > 40) return null
  const [, bare = name, occurrence = '1'] = /^(.*)#(\d+)$/.exec(name) ?? []
  const tokens = bare
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '')
  const { sign, rest } = withoutWave(tokens)
  if (rest.length === 0 || rest.length > 5) return null
  const last = rest.at(-1) ?? ''
  const place = { index, sign, occurrence: Number(occurrence) }
  if (/^\d{1,2}$/.test(last) && rest.length > 1) {
    return {
      ...place,
      stem: rest
        .slice(0, -1)
        .join('')
        .replace(/(item|q)$/, ''),
      number: Number(last)
    }
  }
  const glued = /^(.*?\D)(\d{1,2})$/.exec(rest.join(''))
  if (glued) return { ...place, stem: (glued[1] ?? '').replace(/(item|q)$/, '') || 'q', number: Number(glued[2]) }
  return { ...place, stem: rest.join(''), number: null }
}

/** A wave's word stands first or last; a lone number there is the item's, not the wave's. */
function withoutWave(tokens: string[]): { sign: WaveSign | null; rest: string[] } {
  if (tokens.length < 2) return { sign: null, rest: tokens }
  for (const [place, rest] of [
    [tokens[0] ?? '', tokens.slice(1)],
    [tokens.at(-1) ?? '', tokens.slice(0, -1)]
  ] as const) {
    const sign = /^\d+$/.test(place) || /^(survey|session|visit|assessment)/.test(place) ? null : waveSign(place)
    if (sign) return { sign, rest }
  }
  return { sign: null, rest: tokens }
}

export function numberedGroups(names: readonly ItemName[]): NumberedGroup[] {
  const groups = new Map<string, NumberedGroup>()
  for (const { index, stem, number, sign, occurrence } of names) {
    if (number === null) continue
    const key = JSON.stringify([stem, sign, occurrence])
    const group = groups.get(key) ?? { stem, sign, occurrence, items: [] }
    group.items.push({ number, index })
    groups.set(key, group)
  }
  return [...groups.values()].map((group) => ({ ...group, items: group.items.sort((a, b) => a.number - b.number) }))
}
