import { type Kysely, sql } from 'kysely'

/**
 * Accounts, sessions and what guards them, in a schema and under a login of their own: the session tokens lie here in
 * clear, so the app's login may not read them. Outside the organisation's wall, because a user may belong to several.
 *
 * user, session, account and verification are the tables that better-auth 1.7 expects, in snake_case.
 */

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- frozen in time: it must not follow the app's types
export async function up(db: Kysely<any>): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db)

  await run(`create schema identity`)

  await run(`create table identity."user" (
    id uuid primary key default gen_random_uuid(),
    name text not null,
    email text not null unique check (email = lower(email)),
    email_verified boolean not null default false,
    image text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`)

  await run(`create table identity.session (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null references identity."user" on delete cascade,
    token text not null unique,
    expires_at timestamptz not null,
    ip_address text,
    user_agent text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`)
  await run(`create index session_user_id on identity.session (user_id)`)

  await run(`create table identity.account (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null references identity."user" on delete cascade,
    account_id text not null,
    provider_id text not null,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    password text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (provider_id, account_id)
  )`)
  await run(`create index account_user_id on identity.account (user_id)`)

  await run(`create table identity.verification (
    id uuid primary key default gen_random_uuid(),
    identifier text not null,
    value text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`)
  await run(`create index verification_identifier on identity.verification (identifier)`)

  // Attempts at something guarded, by the hash of what is guarded: no address and no e-mail is kept.
  await run(`create table identity.attempt (
    key text primary key,
    count integer not null,
    started_at timestamptz not null
  )`)
  await run(`create index attempt_started_at on identity.attempt (started_at)`)

  // At most one row, there until the first account is made.
  await run(`create table identity.first_run (
    only_row boolean primary key default true check (only_row),
    code_hash text not null,
    created_at timestamptz not null default now()
  )`)
}
