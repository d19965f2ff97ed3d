import type { FileLayout } from './fileOverview.ts'
import type { MappingColumn } from './mapping.ts'
import type { Problem } from './problem.ts'
import { oneLine } from './textKey.ts'

/** The column that a mapping means, or why it means none: by place, by its name, or by a header that is there once. */
export function referredColumn(layout: FileLayout, reference: MappingColumn): { index: number } | { problem: Problem } {
  const { columns } = layout
  if (typeof reference !== 'string') {
    if (columns[reference.index]) return { index: reference.index }
    return { problem: problem('missing-column', `#${reference.index}`) }
  }
  const wanted = oneLine(reference)
  const named = columns.find(({ name }) => name === wanted)
  if (named) return { index: named.index }
  const repeated = columns.filter(({ name }) => name.replace(/#\d+$/, '') === wanted)
  if (repeated.length > 0) return { problem: problem('ambiguous-column', wanted, repeated.length) }
  return { problem: problem('missing-column', wanted) }
}

/** As before, for a mapping that has been checked; null where a column is not there all the same. */
export function columnIndex(layout: FileLayout, reference: MappingColumn | undefined): number | null {
  if (reference === undefined) return null
  const found = referredColumn(layout, reference)
  return 'index' in found ? found.index : null
}

function problem(code: 'missing-column' | 'ambiguous-column', name: string, count = 0): Problem {
  return { code, row: null, column: name, values: code === 'missing-column' ? { name } : { name, count } }
}
