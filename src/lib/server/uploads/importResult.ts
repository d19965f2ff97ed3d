import type { Problem } from '#lib/reading/problem.ts'
import type { ImportRequest } from './importRequest.ts'
import type { UploadSummary } from './uploadSummary.ts'

/** How many problems are listed; all are counted. */
export const listedProblems = 1000

export interface ImportResult {
  /** The upload that holds these answers: this one, or for `unchanged` the earlier one. */
  upload: string
  /** `checked`: what a commit would do; the database is as it was. So it is after `refused` and `unchanged`. */
  status: 'committed' | 'unchanged' | 'refused' | 'checked'
  summary: UploadSummary
  /** The first thousand in the order of the rows, and how many there are in all. */
  problems: Problem[]
  problemCount: number
  /** Release versions of the touched programs, by program id. */
  published: Record<string, number>
}

export const emptySummary: UploadSummary = {
  rows: { read: 0, kept: 0, empty: 0, used: 0, setAside: 0 },
  submissions: { added: 0, replaced: 0, unchanged: 0 },
  attributes: { added: 0, replaced: 0, unchanged: 0 },
  participants: { total: 0, matchedToOtherWave: 0 }
}

/** Nothing can be kept, for these reasons; what was found in the rows until then is told after them. */
export function refused(
  { uploadId }: ImportRequest,
  reasons: Problem[],
  found?: { rows: UploadSummary['rows']; problems: Problem[]; problemCount: number }
): ImportResult {
  return {
    upload: uploadId,
    status: 'refused',
    summary: found ? { ...emptySummary, rows: found.rows } : emptySummary,
    problems: [...reasons, ...(found?.problems ?? [])].slice(0, listedProblems),
    problemCount: reasons.length + (found?.problemCount ?? 0),
    published: {}
  }
}

/** The same file with the same mapping is there already. */
export function unchangedBy({ id, summary }: { id: string; summary: UploadSummary }): ImportResult {
  const nothingNew = ({ added, replaced, unchanged }: UploadSummary['submissions']) => ({
    added: 0,
    replaced: 0,
    unchanged: added + replaced + unchanged
  })
  const { submissions, attributes } = summary
  return {
    upload: id,
    status: 'unchanged',
    summary: { ...summary, submissions: nothingNew(submissions), attributes: nothingNew(attributes) },
    problems: [],
    problemCount: 0,
    published: {}
  }
}
