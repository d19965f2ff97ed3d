import { createHash, randomBytes } from 'node:crypto'

/** Crockford's base 32: no letter that is read as a digit, or as another letter. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code of 100 random bits, in four groups of five signs: `4TZ0K-...`. Nobody guesses it, anybody can type it. */
export function randomFirstRunCode(): string {
  const drawn = Array.from(randomBytes(20), (byte) => signs[byte % signs.length]).join('')
  return drawn.match(/.{5}/g)?.join('-') ?? drawn
}

/** What is kept of a code, the same however it was typed: small letters, O for 0, I or L for 1, spaces, hyphens. */
export function firstRunCodeHash(typed: string): string {
  const canonical = typed
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '')
  return createHash('sha256').update(canonical).digest('hex')
}
