import type { Mapping, MappingColumn } from '#lib/reading/mapping.ts'
import type { ReviewView } from './uploadView.ts'

/** The name of a column however the mapping names it. */
export function columnName(column: MappingColumn, { columns }: Pick<ReviewView, 'columns'>): string {
  return typeof column === 'string' ? column : (columns[column.index]?.name ?? '')
}

/** What is fixed for the whole file, or an empty text where a column says it. */
export function fixedOf(part: Mapping['program']): string {
  return part && 'fixed' in part ? part.fixed : ''
}
