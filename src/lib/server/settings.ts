import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { defaultDataFolder, projectFolder } from './dataFolder.ts'

export { projectFolder }

export interface Settings {
  /** Keys, the embedded database and spooled uploads lie here. */
  dataFolder: string
  /** Where each login finds an existing Postgres; `null` runs the embedded one. */
  database: { ownerUrl: string; appUrl?: string; shareUrl?: string; identityUrl?: string } | null
  host: string
  port: number
  /** What people's browsers call this server: scheme, host and port, without a slash at the end. */
  origin: string
  uploadLimitBytes: number
  /** Print where in the code an error came from. */
  debug: boolean
}

const postgresUrl = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol),
    'must look like postgres://login:password@host:5432/database'
  )

const yesOrNo = z
  .enum(['yes', 'no', 'true', 'false', '1', '0'], 'must be yes or no')
  .transform((word) => ['yes', 'true', '1'].includes(word))

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((number) => number >= least && number <= most, `must be a whole number from ${least} to ${most}`)

/** Every setting there is, by its name in the environment; `.env.example` explains each. */
export const settingsSchema = z.object({
  KITH_DATA: z.string().optional(),
  DATABASE_URL: postgresUrl.optional(),
  APP_DATABASE_URL: postgresUrl.optional(),
  SHARE_DATABASE_URL: postgresUrl.optional(),
  IDENTITY_DATABASE_URL: postgresUrl.optional(),
  HOST: z
    .string()
    .refine((text) => isIP(text) !== 0 || /^[a-z0-9.-]+$/i.test(text), 'must be an address or a name of this machine')
    .default('127.0.0.1'),
  PORT: wholeNumber(1, 65535).default(3000),
  ORIGIN: z
    .string()
    .refine(isOrigin, 'must be a scheme and a host and nothing after them, such as https://kith.example.org')
    .optional(),
  KITH_ALLOW_PLAIN_HTTP: yesOrNo.default(false),
  UPLOAD_LIMIT_MB: wholeNumber(1, 4096).default(1024),
  KITH_DEBUG: yesOrNo.default(false)
})

/**
 * The settings in an environment; an empty text counts as not set. Throws one error that names each wrong setting,
 * what is wrong with it and never what it holds: addresses of databases hold passwords.
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, text]) => text !== undefined && text.trim() !== ''))
  const { data: read, error } = settingsSchema.safeParse(given)
  if (!read) throw refusal(error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`))

  const origin = (read.ORIGIN ?? `http://${isIP(read.HOST) === 6 ? `[${read.HOST}]` : read.HOST}:${read.PORT}`).replace(
    /\/$/,
    ''
  )
  const conflicts = [...plainHttp(read, origin), ...loginsWithoutOwner(read)]
  if (conflicts.length > 0) throw refusal(conflicts)

  return {
    dataFolder: read.KITH_DATA ? resolve(projectFolder, read.KITH_DATA) : defaultDataFolder(),
    database: read.DATABASE_URL
      ? {
          ownerUrl: read.DATABASE_URL,
          appUrl: read.APP_DATABASE_URL,
          shareUrl: read.SHARE_DATABASE_URL,
          identityUrl: read.IDENTITY_DATABASE_URL
        }
      : null,
    host: read.HOST,
    port: read.PORT,
    origin,
    uploadLimitBytes: read.UPLOAD_LIMIT_MB * 1024 * 1024,
    debug: read.KITH_DEBUG
  }
}

/** This process's environment, with what the file `.env` of the project adds to it. */
export function environment(): Record<string, string | undefined> {
  const file = resolve(projectFolder, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  return process.env
}

type Read = z.infer<typeof settingsSchema>

function plainHttp({ HOST, ORIGIN, KITH_ALLOW_PLAIN_HTTP }: Read, origin: string): string[] {
  if (!ORIGIN && ['0.0.0.0', '::'].includes(HOST)) {
    return ['ORIGIN must say what browsers call this server when HOST is every address of the machine']
  }
  const { protocol, hostname } = new URL(origin)
  if (protocol === 'https:' || KITH_ALLOW_PLAIN_HTTP || (isLoopback(HOST) && isLoopback(hostname))) return []
  return [
    'ORIGIN must begin with https:// when others than this machine reach Kith (put it behind a server that speaks ' +
      'https), or KITH_ALLOW_PLAIN_HTTP must be yes: passwords and answers then cross the network readable'
  ]
}

function loginsWithoutOwner(read: Read): string[] {
  if (read.DATABASE_URL) return []
  const names = ['APP_DATABASE_URL', 'SHARE_DATABASE_URL', 'IDENTITY_DATABASE_URL'] as const
  return names.filter((name) => read[name]).map((name) => `${name} has no use without DATABASE_URL`)
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, origin } = new URL(text)
  return /^https?:$/.test(protocol) && origin === text.replace(/\/$/, '').toLowerCase()
}

function refusal(reasons: string[]): Error {
  return new Error(`Kith cannot start with these settings:\n${reasons.map((reason) => `  - ${reason}`).join('\n')}`)
}
