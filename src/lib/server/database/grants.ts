import { sql, type Kysely } from 'kysely'

/**
 * What each login may do, said again after every migration: one place to read, and the same on a hosted Postgres
 * whose logins have other names. The app may never change or remove an audit entry or a release, and never change
 * an answer; undo deletes an upload's answers whole. It may never make a sample of an organisation: of samples alone
 * `delete_sample_figures` removes releases.
 */
export async function applyGrants(db: Kysely<unknown>, names: { app: string; identity: string }): Promise<void> {
  const app = sql.id(names.app)
  const identity = sql.id(names.identity)
  const statements = [
    sql`revoke all on all tables in schema kith from ${app}`,
    sql`grant usage on schema kith to ${app}`,
    sql`grant usage on all sequences in schema kith to ${app}`,
    sql`grant select, insert, update (name, next_commit, deleted_at) on kith.organisation to ${app}`,
    sql`grant select, insert, update, delete on kith.membership, kith.program, kith.cohort to ${app}`,
    sql`grant select, insert, update, delete on kith.dimension, kith.band to ${app}`,
    sql`grant select, insert, update, delete on kith.upload to ${app}`,
    sql`grant select, insert, delete on kith.submission, kith.attribute to ${app}`,
    sql`grant select, insert on kith.measure, kith.release, kith.audit to ${app}`,
    sql`grant select on kith.current_submission, kith.current_attribute to ${app}`,
    sql`grant execute on function kith.delete_sample_figures() to ${app}`,
    sql`revoke all on schema identity from ${app}`,
    sql`grant usage on schema identity to ${identity}`,
    sql`grant select, insert, update, delete on all tables in schema identity to ${identity}`
  ]
  for (const statement of statements) await statement.execute(db)
}
