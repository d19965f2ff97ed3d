import { writingLocale } from './writingLocale.ts'

/** A day and its time, in the reader's own way of writing and the server's time zone. */
export function formatMoment(moment: Date, locale: string): string {
  return new Intl.DateTimeFormat(writingLocale(locale), { dateStyle: 'medium', timeStyle: 'short' }).format(moment)
}
