import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const key = z.base64url().transform((text) => Buffer.from(text, 'base64url'))
const keysSchema = z.strictObject({
  /** HMAC key of every pseudonym (32 bytes). Whoever loses it cannot match new answers to old ones. */
  pseudonym: key,
  /** Encrypts received files that wait for their commit (32 bytes). */
  spool: key,
  /** Signs session cookies. */
  authSecret: z.string().min(43),
  /** Of the four database logins, where Kith makes them itself. */
  passwords: z.strictObject({ owner: z.string(), app: z.string(), share: z.string(), identity: z.string() })
})

export type Keys = z.infer<typeof keysSchema>

/**
 * The keys beside the database, in `keys.json`, readable by its owner alone; made at the first call. Two processes
 * that start at once get the same keys, and a crash never leaves half a file: the name appears with the whole text.
 * Throws when the file is damaged: making new keys then would part everybody from their earlier answers.
 */
export async function readKeys(dataFolder: string): Promise<Keys> {
  const path = join(dataFolder, 'keys.json')
  await mkdir(dataFolder, { recursive: true })
  const text = (await find(path)) ?? (await create(path))
  const { data, error } = keysSchema.safeParse(parsed(text))
  if (data) return data
  const places = error.issues.map((issue) => issue.path.join('.') || 'the whole file').join(', ')
  throw new Error(`${path} is damaged (${places}). Put it back from a backup: without it, no one can be matched.`)
}

async function create(path: string): Promise<string> {
  const secret = () => randomBytes(32).toString('base64url')
  const passwords = { owner: secret(), app: secret(), share: secret(), identity: secret() }
  const text = `${JSON.stringify({ pseudonym: secret(), spool: secret(), authSecret: secret(), passwords }, null, 2)}\n`
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, text, { mode: 0o600, flag: 'wx' })
  try {
    await flush(draft)
    // Unlike a rename, a link refuses to replace the keys that another process made in the meantime.
    await link(draft, path)
    await chmod(path, 0o600)
    return text
  } catch (error) {
    const other = await find(path)
    if (other === undefined) throw error
    return other
  } finally {
    await rm(draft, { force: true })
  }
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.sync()
  await file.close()
}

async function find(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
