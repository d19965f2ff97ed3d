import { writingLocale } from './writingLocale.ts'

/** A calendar day ("2026-11-14") in the reader's own words; a day has no time zone, so none may move it. */
export function formatDate(day: string, locale: string): string {
  const format = new Intl.DateTimeFormat(writingLocale(locale), { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}
