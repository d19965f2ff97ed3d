import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectFolder } from '#lib/server/dataFolder.ts'
import { serveApp, type ServedApp } from './servedApp.ts'
import { cloneDatabase, type TestDatabase } from './testDatabase.ts'

export interface RunningApp extends ServedApp {
  database: TestDatabase
}

/**
 * The real server, as a process of its own, on a database and in a folder that nobody used before.
 * Throws with everything it printed when it does not serve within a minute.
 * `project` is the folder of a built Kith, this one unless another is given.
 */
export async function startApp(
  settings: Record<string, string> = {},
  project: string = projectFolder
): Promise<RunningApp> {
  const database = await cloneDatabase()
  const dataFolder = await mkdtemp(join(tmpdir(), 'kith-app-'))
  try {
    const app = await serveApp(project, dataFolder, {
      DATABASE_URL: database.ownerUrl,
      APP_DATABASE_URL: database.appUrl,
      SHARE_DATABASE_URL: database.shareUrl,
      IDENTITY_DATABASE_URL: database.identityUrl,
      ...settings
    })
    const stop = async () => {
      await app.stop()
      await database.drop()
    }
    return { ...app, database, stop }
  } catch (error) {
    await database.drop()
    throw error
  }
}
