import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { loginUrls } from '#lib/server/database/logins.ts'
import { type Keys, readKeys } from '#lib/server/keys.ts'
import { asOwner, urlTo } from './postgres.ts'

export interface TestDatabase {
  ownerUrl: string
  appUrl: string
  shareUrl: string
  identityUrl: string
  keys: Keys
  drop(): Promise<void>
}

/** A migrated, empty database of the caller's own. Throws in a test outside tests/{server,cli,corpus,browser}. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const cluster = inject('cluster')
  if (!cluster) throw new Error('Tests on Postgres belong in tests/server, tests/cli, tests/corpus or tests/browser.')
  const name = `${cluster.template}_${randomBytes(4).toString('hex')}`
  const maintenance = urlTo(cluster.templateUrl, 'postgres')
  await asOwner(maintenance, [`create database ${name} template ${cluster.template}`])
  const ownerUrl = urlTo(cluster.templateUrl, name)
  const { app, share, identity } = loginUrls(ownerUrl, cluster.logins)
  return {
    ownerUrl,
    appUrl: app,
    shareUrl: share,
    identityUrl: identity,
    keys: await readKeys(cluster.keysFolder),
    drop: () => asOwner(maintenance, [`drop database if exists ${name} with (force)`])
  }
}
