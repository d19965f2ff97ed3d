export type DateOrder = 'ymd' | 'dmy' | 'mdy'

/**
 * A cell's date as yyyy-mm-dd: "2020-05-18 05:30", "18/05/2020 05:30", "4/28/21 11:21", "27.04.2026". The time of day is
 * left aside. Null where the text is no date in this order or the day does not exist.
 */
export function isoDate(text: string, order: DateOrder): string | null {
  const match = /^\s*(\d{1,4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,4})(?!\d)/u.exec(text)
  if (!match) return null
  const [first = '', second = '', third = ''] = match.slice(1)
  const [year, month, day] =
    order === 'ymd' ? [first, second, third] : order === 'dmy' ? [third, second, first] : [third, first, second]
  if ((year.length !== 4 && year.length !== 2) || day.length > 2 || month.length > 2) return null
  const fullYear = year.length === 2 ? 2000 + Number(year) : Number(year)
  const date = new Date(Date.UTC(fullYear, Number(month) - 1, Number(day)))
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null
  return date.toISOString().slice(0, 10)
}

/** What one cell says about the order of its dates: 'either' where day and month could be exchanged; null for no date. */
export function dateEvidence(text: string): DateOrder | 'either' | null {
  if (!/^\s*\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}/u.test(text)) return null
  if (/^\s*\d{4}/.test(text)) return isoDate(text, 'ymd') === null ? null : 'ymd'
  const dmy = isoDate(text, 'dmy') !== null
  const mdy = isoDate(text, 'mdy') !== null
  // A point between the parts is written by people who begin with the day.
  if (dmy && /^\s*\d{1,2}\./.test(text)) return 'dmy'
  if (dmy && mdy) return 'either'
  return dmy ? 'dmy' : mdy ? 'mdy' : null
}
