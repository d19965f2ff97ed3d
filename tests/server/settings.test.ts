import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectFolder } from '#lib/server/dataFolder.ts'
import { readSettings, settingsSchema } from '#lib/server/settings.ts'

describe('the settings', () => {
  it('are all explained in .env.example, with values that are accepted, and no other is', async () => {
    const example = await readFile(join(projectFolder, '.env.example'), 'utf8')
    const given = [...example.matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map(
      ([, name = '', value = '']) => [name, value] as const
    )
    expect(given.map(([name]) => name).sort()).toEqual(Object.keys(settingsSchema.shape).sort())
    expect(readSettings(Object.fromEntries(given)).origin).toBe('https://kith.example.org')
  })

  it('need none to be given', () => {
    expect(readSettings({})).toMatchObject({
      database: null,
      host: '127.0.0.1',
      port: 3000,
      origin: 'http://127.0.0.1:3000',
      uploadLimitBytes: 1024 * 1024 * 1024
    })
  })

  it('take an empty text for not given', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, database: null })
  })

  it('are refused all at once, each with its name and what it must be, and never with a password', () => {
    const refused = {
      PORT: 'eighty',
      DATABASE_URL: 'mysql://root:hunter2@db/kith',
      ORIGIN: 'kith.example.org',
      HOST: 'a b'
    }
    const reason = reasonOf(refused)
    for (const name of Object.keys(refused)) expect(reason).toContain(`- ${name} must`)
    expect(reason).not.toContain('hunter2')
  })

  it.each(['0', '65536', '3e3', '-1', '80.5', '999999999999'])('refuse %s as a port', (PORT) => {
    expect(reasonOf({ PORT })).toContain('PORT must be a whole number from 1 to 65535')
  })

  it.each(['https://kith.example.org/app', 'https://u:p@kith.example.org', 'ftp://kith.example.org', 'https://'])(
    'refuse %s as an origin',
    (ORIGIN) => expect(reasonOf({ ORIGIN })).toContain('ORIGIN must be')
  )

  it.each([
    { HOST: '192.168.0.5' },
    { HOST: '0.0.0.0', ORIGIN: 'http://127.0.0.1:3000' },
    { ORIGIN: 'http://kith.example.org' },
    { HOST: '::', ORIGIN: 'http://kith.local' }
  ])('refuse to serve plain http beyond this machine (%o), unless told to', (env) => {
    expect(reasonOf(env)).toContain('KITH_ALLOW_PLAIN_HTTP')
    expect(readSettings({ ...env, KITH_ALLOW_PLAIN_HTTP: 'yes' }).host).toBeDefined()
  })

  it.each([
    { HOST: '0.0.0.0', ORIGIN: 'https://kith.example.org' },
    { HOST: '::1' },
    { HOST: 'localhost' },
    { ORIGIN: 'https://kith.example.org' }
  ])('allow %o', (env) => {
    expect(URL.canParse(readSettings(env).origin)).toBe(true)
  })

  it('ask what browsers call the server when it listens on every address', () => {
    expect(reasonOf({ HOST: '0.0.0.0' })).toContain('ORIGIN must say')
  })

  it('refuse logins of a database that is not named', () => {
    expect(reasonOf({ APP_DATABASE_URL: 'postgres://a:b@c/d' })).toContain(
      'APP_DATABASE_URL has no use without DATABASE_URL'
    )
  })
})

function reasonOf(env: Record<string, string | undefined>): string {
  try {
    readSettings(env)
  } catch (error) {
    return String(error)
  }
  throw new Error('was accepted')
}
