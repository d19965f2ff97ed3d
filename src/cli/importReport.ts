import type { Problem, ProblemCode } from '#lib/reading/problem.ts'
import { emptySummary, type ImportResult } from '#lib/server/uploads/importResult.ts'
import { problemText } from '#lib/ui/problemText.ts'
import { say } from './command.ts'
import { problemJson } from './problemJson.ts'

/** `kith import --json`: see the command line's contract. A file that cannot be read at all is refused with its errors. */
export function importJson({
  result,
  errors = [],
  warnings
}: {
  result?: ImportResult
  errors?: Problem[]
  warnings: Problem[]
}) {
  const summary = result?.summary ?? emptySummary
  const versions = Object.values(result?.published ?? {})
  return {
    upload: result?.upload ?? null,
    status: result?.status ?? ('refused' as const),
    ...summary,
    problems: [...errors, ...(result?.problems ?? [])].map(problemJson),
    problemCount: errors.length + (result?.problemCount ?? 0),
    warnings: [...warnings.map(problemJson), ...counted(result?.problems ?? [])],
    published: versions.length > 0 ? { team: Math.max(...versions) } : {}
  }
}

const aboutOthers: ProblemCode[] = ['duplicate-participant', 'already-answered', 'conflicting-attribute']

/** Rows that others stand in the way of, once for each reason with their number. */
function counted(problems: readonly Problem[]) {
  return aboutOthers.flatMap((code) => {
    const own = problems.filter((problem) => problem.code === code)
    return own[0] ? [{ ...problemJson(own[0]), count: own.length }] : []
  })
}

/** The same for people. */
export function sayImport(file: string, { status, upload, summary, problems, problemCount }: ImportResult): void {
  const { rows, submissions, participants } = summary
  const outcome = {
    committed: 'imported',
    unchanged: 'was imported before; nothing changed',
    refused: 'refused',
    checked: 'checked; nothing was kept'
  }
  say(`${file}: ${outcome[status]} (upload ${upload})`)
  say(`  rows: ${rows.read} read, ${rows.used} used, ${rows.empty} without answers, ${rows.setAside} set aside`)
  say(`  answers: ${submissions.added} added, ${submissions.replaced} replaced, ${submissions.unchanged} unchanged`)
  say(`  people: ${participants.total}, of whom ${participants.matchedToOtherWave} are matched to another wave`)
  for (const problem of problems.slice(0, 20)) say(`  ${problemText(problem)}`)
  if (problemCount > 20) say(`  ... and ${problemCount - 20} more`)
}
