import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { IdentityDatabase } from './accounts/identityDatabase.ts'
import { assertWall } from './database/assertWall.ts'
import { connect, openPool } from './database/connect.ts'
import { startEmbedded } from './database/embedded.ts'
import { loginUrls, type Logins, logins } from './database/logins.ts'
import { migrate } from './database/migrate.ts'
import type { KithDatabase } from './database/schema.ts'
import { type Keys, readKeys } from './keys.ts'
import { environment, readSettings, type Settings } from './settings.ts'
import type { Spool } from './uploads/receiveUpload.ts'

/** An open Kith: its settings and keys, and a migrated database reached through the logins that its parts use. */
export interface Kith {
  settings: Settings
  keys: Keys
  /** Above the wall: for the operator's commands and the start, never for a page. */
  ownerUrl: string
  /** Connections for imports, few and apart: however many files are read, pages are still answered. */
  pool: pg.Pool
  app: Kysely<KithDatabase>
  identity: Kysely<IdentityDatabase>
  spool: Spool
  /** The migrations that opening it ran. */
  migrated: string[]
  /** Closes the connections, and stops the embedded Postgres where this process started it. */
  close(): Promise<void>
}

/** Starts the embedded Postgres (or uses DATABASE_URL), migrates, and connects. Throws with the setting to mend. */
export async function openKith(settings: Settings = readSettings(environment())): Promise<Kith> {
  const keys = await readKeys(settings.dataFolder)
  const embedded = settings.database ? null : await startEmbedded({ dataFolder: settings.dataFolder, keys })
  const ownerUrl = settings.database?.ownerUrl ?? embedded?.url ?? ''
  try {
    const given: Partial<Record<keyof Logins, string | undefined>> = {
      app: settings.database?.appUrl,
      share: settings.database?.shareUrl,
      identity: settings.database?.identityUrl
    }
    const known = logins(keys, given)
    const migrated = await migrate(ownerUrl, known, given)
    const urls = loginUrls(ownerUrl, known, given)
    const pool = openPool(urls.app, 2)
    const app = connect<KithDatabase>(urls.app)
    const identity = connect<IdentityDatabase>(urls.identity, 5)
    await assertWall(app)
    return {
      settings,
      keys,
      ownerUrl,
      pool,
      app,
      identity,
      spool: { folder: join(settings.dataFolder, 'spool'), key: keys.spool, limit: settings.uploadLimitBytes },
      migrated,
      async close() {
        await Promise.all([pool.end(), app.destroy(), identity.destroy()])
        await embedded?.stop()
      }
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}
