import { type DateOrder, dateEvidence } from './dates.ts'

/** Up to so many different texts are kept of each column, so that memory does not grow with the file. */
export const distinctLimit = 50
const textLimit = 120

const email = /^[^\s@,;]+@[^\s@,;]+\.[a-z]{2,}$/i
const ipAddress = /^(\d{1,3}\.){3}\d{1,3}$/
const phone = /^\+?[\d\s()/.-]{9,18}$/

/** What the cells of one column look like, gathered while the file goes by once. */
export interface ColumnValues {
  filled: number
  /** Different short texts with how often each came; of later ones only `more` is known. */
  texts: Map<string, number>
  more: boolean
  /** Cells longer than a label or an identifier. */
  long: number
  numbers: number
  emails: number
  ipAddresses: number
  phones: number
  dates: Record<DateOrder | 'either', number>
  /** True while every cell is the number of its response: 1, 2, 3 ... */
  counting: boolean
}

export function emptyColumnValues(): ColumnValues {
  return {
    filled: 0,
    texts: new Map(),
    more: false,
    long: 0,
    numbers: 0,
    emails: 0,
    ipAddresses: 0,
    phones: 0,
    dates: { ymd: 0, dmy: 0, mdy: 0, either: 0 },
    counting: true
  }
}

/** Adds one cell; `response` counts the responses from 1. */
export function noteCell(values: ColumnValues, cell: string, response: number): void {
  const text = cell.trim()
  if (text === '') return
  values.filled++
  if (values.counting && text !== String(response)) values.counting = false
  if (text.length > textLimit) {
    values.long++
    values.more = true
    return
  }
  const known = values.texts.get(text)
  if (known !== undefined) values.texts.set(text, known + 1)
  else if (values.texts.size < distinctLimit) values.texts.set(text, 1)
  else values.more = true
  if (text.length > 40 && text.includes(' ')) values.long++
  if (/^[-+]?\d+([.,]\d+)?$/.test(text)) values.numbers++
  else noteShape(values, text)
}

function noteShape(values: ColumnValues, text: string): void {
  const date = dateEvidence(text)
  if (date) values.dates[date]++
  else if (email.test(text)) values.emails++
  else if (ipAddress.test(text)) values.ipAddresses++
  else if (phone.test(text)) values.phones++
}

/** How many cells look like dates. */
export function dateCount({ dates }: ColumnValues): number {
  return dates.ymd + dates.dmy + dates.mdy + dates.either
}
