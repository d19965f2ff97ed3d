import { readdir } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Migrator, type Migration, type MigrationProvider } from 'kysely/migration'
import pg from 'pg'
import { connect } from './connect.ts'
import { applyGrants } from './grants.ts'
import { projectFolder } from '../dataFolder.ts'
import { ensureLogins, type GivenLogins, type Logins } from './logins.ts'

const folder = pathToFileURL(join(projectFolder, 'migrations') + sep)

/** Migrations as Node reads them: one TypeScript file each, run in the order of their names. */
const provider: MigrationProvider = {
  async getMigrations() {
    const files = (await readdir(folder)).filter((file) => /^\d{4}_.*\.ts$/.test(file)).sort()
    const found: Record<string, Migration> = {}
    for (const file of files)
      found[file.replace(/\.ts$/, '')] = await import(/* @vite-ignore */ new URL(file, folder).href)
    return found
  }
}

/**
 * Brings a database to the newest schema: creates the logins (those that are not given from outside), runs what is
 * missing of the migrations, and says again what each login may do. Safe to run at every start.
 * Throws with the migration's name when one fails; a failed migration leaves nothing behind.
 */
export async function migrate(ownerUrl: string, logins: Logins, given: GivenLogins = {}): Promise<string[]> {
  await refuseOldServer(ownerUrl)
  await ensureLogins(ownerUrl, logins, given)
  const db = connect<unknown>(ownerUrl, 1)
  try {
    const migrator = new Migrator({ db, provider, migrationTableSchema: 'kith_migrations' })
    const { error, results = [] } = await migrator.migrateToLatest()
    const failed = results.find((result) => result.status === 'Error')
    if (error)
      throw new Error(`Migration ${failed?.migrationName ?? ''} failed; nothing of it was kept.`, { cause: error })
    await applyGrants(db, { app: logins.app.name, identity: logins.identity.name })
    return results.map((result) => result.migrationName)
  } finally {
    await db.destroy()
  }
}

async function refuseOldServer(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`)
  await client.end()
  const version = Number(rows[0]?.version)
  if (version < 150000)
    throw new Error(`Kith needs Postgres 15 or newer; DATABASE_URL leads to ${Math.floor(version / 10000)}.`)
}
