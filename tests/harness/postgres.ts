import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '#lib/server/database/embedded.ts'
import type { Logins } from '#lib/server/database/logins.ts'
import { migrate } from '#lib/server/database/migrate.ts'
import { readKeys } from '#lib/server/keys.ts'
import { environment, readSettings } from '#lib/server/settings.ts'

export interface TestCluster {
  /** Owner's connection string to the migrated database that every test file gets a clone of. */
  templateUrl: string
  template: string
  logins: Logins
  keysFolder: string
}

declare module 'vitest' {
  interface ProvidedContext {
    cluster: TestCluster
  }
}

/**
 * One Postgres for all test files: a throwaway one, or that of DATABASE_URL, where databases and logins get names
 * of their own, so that nothing that lies there is touched, and are dropped again at the end.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-test-'))
  const keys = await readKeys(folder)
  const given = readSettings(environment()).database?.ownerUrl
  // The files are thrown away: whether they would outlive a power cut matters to embedded.test.ts alone.
  const extra = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' }
  const embedded = given ? undefined : await startEmbedded({ dataFolder: folder, keys, extra })
  const serverUrl = given ?? embedded?.url ?? ''

  const name = `kith_test_${randomBytes(4).toString('hex')}`
  const login = (part: keyof Logins) => ({ name: `${name}_${part}`, password: keys.passwords[part] })
  const logins = { app: login('app'), share: login('share'), identity: login('identity') }
  await asOwner(serverUrl, [`create database ${name}`])
  const templateUrl = urlTo(serverUrl, name)
  await migrate(templateUrl, logins)
  project.provide('cluster', { templateUrl, template: name, logins, keysFolder: folder })

  return async () => {
    if (embedded) await embedded.stop()
    else await dropAll(serverUrl, name)
    await rm(folder, { recursive: true, force: true })
  }
}

export function urlTo(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

export async function asOwner(url: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

async function dropAll(serverUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    const like = [`${name}%`]
    const databases = await client.query<{ name: string }>(
      'select datname as name from pg_database where datname like $1',
      like
    )
    for (const found of databases.rows) {
      await client.query(`drop database ${client.escapeIdentifier(found.name)} with (force)`)
    }
    const roles = await client.query<{ name: string }>(
      'select rolname as name from pg_roles where rolname like $1',
      like
    )
    for (const found of roles.rows) await client.query(`drop role ${client.escapeIdentifier(found.name)}`)
  } finally {
    await client.end()
  }
}
