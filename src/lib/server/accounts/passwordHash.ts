import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Argon2id with OWASP's smallest advised cost for it: 19 MiB, two passes, one lane. It comes with Node, runs outside
 * the event loop, and holds its parameters in the hash, so that they can rise without locking anybody out.
 */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }
const keyBytes = 32

const phc = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** The password's hash as a PHC string: `$argon2id$v=19$m=...,t=...,p=...$salt$key`, both in base64 without padding. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derivedKey(password, salt, cost, keyBytes)
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(salt)}$${unpadded(key)}`
}

/** Whether `password` made `hash`. False for a hash that is no PHC string of Argon2id. */
export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const [, memory, passes, parallelism, salt, key] = phc.exec(hash) ?? []
  if (!salt || !key) return false
  const expected = Buffer.from(key, 'base64')
  const written = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const actual = await derivedKey(password, Buffer.from(salt, 'base64'), written, expected.length)
  return timingSafeEqual(actual, expected)
}

/** One person types é as one code point and another as two: NFKC makes them the same password. */
function derivedKey(password: string, nonce: Buffer, { memory, passes, parallelism }: typeof cost, tagLength: number) {
  const message = password.normalize('NFKC')
  return new Promise<Buffer>((resolve, reject) => {
    argon2('argon2id', { message, nonce, memory, passes, parallelism, tagLength }, (error, key) =>
      error ? reject(error) : resolve(key)
    )
  })
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
