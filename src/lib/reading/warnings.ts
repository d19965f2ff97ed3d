import type { Mapping } from './mapping.ts'
import type { Ragged } from './overview.ts'
import type { Problem } from './problem.ts'
import { type Evidence, responseDate, suggestedKeep } from './suggestion.ts'

/** What a person should know of a file that can be read; nothing is refused for it. */
export function warnings(
  evidence: Evidence,
  suggestion: Mapping,
  { ragged, invalid }: { ragged: Ragged; invalid: number }
): Problem[] {
  const { layout, found } = evidence
  const about = (code: Problem['code'], values: Problem['values'] = {}, column: string | null = null): Problem => ({
    code,
    row: null,
    column,
    values
  })
  const warned = repeatedHeaders(evidence)
  if (invalid > 0) warned.push(about('invalid-bytes', { encoding: layout.encoding, count: invalid }))
  if (ragged.first)
    warned.push({ ...ragged.first, code: 'ragged-rows', values: { ...ragged.first.values, count: ragged.count } })
  for (const { index, is, left } of suggestedKeep(evidence)) {
    const code = is === 'kind' ? 'preview-responses' : 'unfinished-responses'
    if (left > 0) warned.push(about(code, { count: left }, layout.columns[index]?.name ?? null))
  }
  const date = responseDate(evidence)
  if (date && date.order === null) warned.push(about('ambiguous-dates', {}, layout.columns[date.index]?.name ?? null))
  if (found.length === 0) warned.push(about('nothing-recognised'))
  else if (!suggestion.participant) warned.push(about('nobody-paired'))
  return warned
}

function repeatedHeaders({ layout }: Evidence): Problem[] {
  const counts = new Map<string, number>()
  for (const { name } of layout.columns) {
    const [, bare] = /^(.*)#\d+$/.exec(name) ?? []
    if (bare !== undefined) counts.set(bare, (counts.get(bare) ?? 0) + 1)
  }
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([name, count]) => ({ code: 'repeated-header', row: 1, column: name, values: { name, count } }))
}
