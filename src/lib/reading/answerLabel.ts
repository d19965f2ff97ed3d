import type { Codes } from '../domain/instruments/instrument.ts'
import { textKey } from './textKey.ts'

/** A numeric answer: 3, "3.0", "3,0". Null for a text. */
export function numericAnswer(text: string): number | null {
  const match = /^([-+]?\d+)(?:[.,]0+)?$/.exec(text.trim())
  return match ? Number(match[1]) : null
}

/** The code whose labels hold this text, without regard to case, spaces and punctuation. Null where none does. */
export function labelledCode(text: string, labels: Codes['labels']): number | null {
  if (!labels) return null
  const key = textKey(text)
  const bare = textKey(text.replace(/^\s*\(?\d+\)?\s*[-–—=:.)]*\s*|\s*[-–—=:]*\s*[([]\s*\d+\s*[)\]]\s*$/gu, ''))
  for (const wanted of bare === '' ? [key] : [key, bare]) {
    const found = Object.entries(labels).find(([, texts]) => texts.some((label) => textKey(label) === wanted))
    if (found) return Number(found[0])
  }
  return null
}

/** The number in "3 - Often" or "Often (3)". Null where the text has none or the number stands alone. */
export function attachedNumber(text: string): number | null {
  const match = /^\s*\(?(\d{1,2})\)?\s*[-–—=:.)]\s*\D/u.exec(text) ?? /\D[([]\s*(\d{1,2})\s*[)\]]\s*$/u.exec(text)
  return match ? Number(match[1]) : null
}
