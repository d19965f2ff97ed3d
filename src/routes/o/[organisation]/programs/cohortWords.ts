import * as m from '#lib/messages/generated/messages.js'
import { getLocale } from '#lib/messages/generated/runtime.js'
import { formatDate } from '#lib/ui/formatDate.ts'
import { formatNumber } from '#lib/ui/formatNumber.ts'
import { writingLocale } from '#lib/ui/writingLocale.ts'

interface CohortShown {
  /** Null for the one cohort of a program that tells none apart. */
  name: string | null
  startsOn: string | null
  endsOn: string | null
  registered: number | null
}

/** When a cohort runs, in words; empty where nobody said. */
export function cohortDates({ startsOn, endsOn }: Pick<CohortShown, 'startsOn' | 'endsOn'>): string {
  const locale = getLocale()
  if (startsOn !== null && endsOn !== null) {
    const format = new Intl.DateTimeFormat(writingLocale(locale), { dateStyle: 'long', timeZone: 'UTC' })
    return format.formatRange(new Date(`${startsOn}T00:00:00Z`), new Date(`${endsOn}T00:00:00Z`))
  }
  if (startsOn !== null) return m.programs_cohort_from({ date: formatDate(startsOn, locale) })
  return endsOn === null ? '' : m.programs_cohort_until({ date: formatDate(endsOn, locale) })
}

/** A cohort as it stands below its program's name, with how many registered; empty where there is nothing to say. */
export function cohortLabel(cohort: CohortShown): string {
  const name = cohort.name ?? cohortDates(cohort)
  if (cohort.registered === null) return name
  const people = formatNumber(cohort.registered, { locale: getLocale() })
  return m.programs_cohort_with_registered({ name: name || m.programs_cohort_all(), people })
}
