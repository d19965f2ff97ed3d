import * as m from '#lib/messages/generated/messages.js'
import { getLocale, type Locale } from '#lib/messages/generated/runtime.js'
import type { Problem } from '#lib/reading/problem.ts'
import type { Reason } from '#lib/reading/reason.ts'
import { measureName } from './measureName.ts'
import { problemMessages } from './problemMessages.ts'
import { reasonMessages } from './reasonMessages.ts'

/** A problem in words, after its place: "Row 12, column Q7_3: ..." In the request's language unless one is named. */
export function problemText(problem: Problem, locale?: Locale): string {
  const { row, column } = problem
  const options = locale ? { locale } : {}
  const text = problemExplanation(problem, locale)
  if (row !== null && column !== null) return m.problem_place_cell({ row, column, text }, options)
  if (row !== null) return m.problem_place_row({ row, text }, options)
  return column === null ? text : m.problem_place_column({ column, text }, options)
}

/** A problem in words, for where its row and column are shown beside it. */
export function problemExplanation({ code, values }: Problem, locale?: Locale): string {
  const { instrument } = values
  // A questionnaire by its name, not by Kith's own id.
  const named =
    instrument === undefined
      ? values
      : { ...values, instrument: measureName(String(instrument), String(instrument), locale ?? getLocale()) }
  return problemMessages[code](named, locale ? { locale } : {})
}

/** Why Kith believes something of a file, in words. */
export function reasonText({ code, values }: Reason, locale?: Locale): string {
  return reasonMessages[code](values, locale ? { locale } : {})
}
