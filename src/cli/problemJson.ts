import type { Problem } from '#lib/reading/problem.ts'
import { problemText } from '#lib/ui/problemText.ts'

/** A problem as the command line's JSON gives it. */
export function problemJson(problem: Problem) {
  return { code: problem.code, message: problemText(problem), row: problem.row, column: problem.column }
}
