/**
 * The locale for dates and lists. English of no country is written the British way: the day before the month, which
 * nobody can misread with the month in words, and no comma before the last "and".
 */
export function writingLocale(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale
}
