/**
 * Two languages that nobody speaks, made from English: en-XA, accented and about 40 % longer, and ar-XB, in Arabic
 * letters and from right to left. English that is still to be read on a page in one of them was said by no message.
 */
export const pseudoLocales = { 'en-XA': longer, 'ar-XB': mirrored } as const
export type PseudoLocale = keyof typeof pseudoLocales

const plain = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const accents = [...'ÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž']
const arabic = [...'ابثدعفغهيجكلمنوپقرستۇڤوخیز']

/** Each letter with an accent, and each vowel twice: words grow, as they do in German or Finnish. */
function longer(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) => {
    const accented = accents[plain.indexOf(letter)] ?? letter
    return /[aeiou]/i.test(letter) ? accented + accented.toLowerCase() : accented
  })
}

function mirrored(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) => arabic[plain.indexOf(letter) % 26] ?? letter)
}

/**
 * A file of English messages in another of these languages. Placeholders, escapes and keys stay as they are; the last
 * of the English plural forms stands for all that the other language may have more.
 */
export function pseudoMessages(messages: Record<string, unknown>, locale: PseudoLocale): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [key, key === '$schema' ? message : spoken(message, locale)])
  )
}

function spoken(message: unknown, locale: PseudoLocale): unknown {
  if (typeof message === 'string') return outsideBraces(message, pseudoLocales[locale])
  if (Array.isArray(message)) return message.map((variants) => spoken(variants, locale))
  if (typeof message !== 'object' || message === null) return message
  return Object.fromEntries(
    Object.entries(message).map(([part, value]) =>
      part === 'match' && typeof value === 'object' && value !== null
        ? [
            part,
            Object.fromEntries(Object.entries(value).map(([when, text]) => [anyOther(when), spoken(text, locale)]))
          ]
        : [part, value]
    )
  )
}

function anyOther(when: string): string {
  return when.replace(/(\w+Plural)=other/g, '$1=*')
}

function outsideBraces(text: string, change: (part: string) => string): string {
  return text
    .split(/(\\.|\{[^}]*\})/)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('')
}
