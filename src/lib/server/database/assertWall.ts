import { type Kysely, sql } from 'kysely'
import type { KithDatabase } from './schema.ts'

/**
 * Refuses to start when the app's login could walk around row-level security: as superuser, with BYPASSRLS,
 * or as an owner of the tables.
 */
export async function assertWall(app: Kysely<KithDatabase>): Promise<void> {
  const { rows } = await sql<{ name: string; above: boolean; owns: boolean }>`
    select current_user as name, rolsuper or rolbypassrls as above,
      exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where n.nspname in ('kith', 'identity') and pg_has_role(current_user, c.relowner, 'member')) as owns
    from pg_roles where rolname = current_user`.execute(app)
  const login = rows[0]
  if (!login || login.above || login.owns) {
    throw new Error(
      `The login "${login?.name ?? ''}" of the app bypasses row-level security or owns Kith's tables. ` +
        'Give APP_DATABASE_URL a login that does neither.'
    )
  }
}
