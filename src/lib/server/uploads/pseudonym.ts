import { createHmac } from 'node:crypto'

/** Turns a raw identifier into the pseudonym under which a person is known in one organisation. */
export type Pseudonymise = (identifier: string) => string

/**
 * HMAC-SHA-256 of the normalised identifier, cut to 128 bits and written as a uuid. The key needs both halves:
 * the server's key, in a file beside the database, and the organisation's salt in the database. Without either,
 * nobody can try identifiers out, and two organisations never share a pseudonym.
 *
 * Normalised: Unicode NFKC, outer spaces off, inner runs of spaces to one, lower case.
 */
export function pseudonymise(serverKey: Buffer, organisationSalt: string): Pseudonymise {
  const key = createHmac('sha256', serverKey).update(organisationSalt).digest()
  return (identifier) => {
    const hex = createHmac('sha256', key).update(normalised(identifier)).digest('hex')
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
  }
}

function normalised(identifier: string): string {
  return identifier.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()
}
