import * as m from '#lib/messages/generated/messages.js'
import type { Problem } from '#lib/reading/problem.ts'

/** Where a problem stands, as a spreadsheet shows it; empty where it is about the whole file. */
export function problemPlace({ row, column }: Problem): string {
  if (row !== null && column !== null) return m.uploads_problem_place_cell({ row, column })
  if (row !== null) return m.uploads_problem_place_row({ row })
  return column === null ? '' : m.uploads_problem_place_column({ column })
}
