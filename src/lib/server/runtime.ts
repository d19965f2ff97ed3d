import { type Auth, createAuth } from './accounts/auth.ts'
import type { IdentityDatabase } from './accounts/identityDatabase.ts'
import type { Kysely } from 'kysely'
import type { KithDatabase } from './database/schema.ts'
import { type Kith, openKith } from './openKith.ts'
import { listOrganisations } from './organisations/listOrganisations.ts'
import type { Settings } from './settings.ts'

/** What the pages stand on: made once when the server starts, the same for every request. */
export interface Runtime {
  settings: Settings
  kith: Kith
  databases: { app: Kysely<KithDatabase>; identity: Kysely<IdentityDatabase> }
  auth: Auth
  sampleOrganisationId: string | null
}

let started: Runtime | undefined

/** Opens what the pages stand on. Called once, by the server's start hook. */
export async function startRuntime(): Promise<void> {
  if (started) return
  const kith = await openKith()
  // Whoever serves the build says so before it ends; the embedded Postgres stops with its last user.
  process.once('sveltekit:shutdown', () => void kith.close())
  const sample = (await listOrganisations(kith.ownerUrl)).find(({ isSample }) => isSample)
  started = {
    settings: kith.settings,
    kith,
    databases: { app: kith.app, identity: kith.identity },
    auth: createAuth({
      identity: kith.identity,
      secret: kith.keys.authSecret,
      origin: kith.settings.origin
    }),
    sampleOrganisationId: sample?.id ?? null
  }
}

/** The running server's parts. Throws before the server has started. */
export function runtime(): Runtime {
  if (!started) throw new Error('The server has not started yet.')
  return started
}
