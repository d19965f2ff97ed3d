import { type Kysely, sql } from 'kysely'

/**
 * What a program is and when it runs, which dimensions an organisation compares by, and how a sample goes: programs get
 * a kind, words and an archive, cohorts get dates, dimensions at most five bands; a program joined into another leads to
 * it; a deleted organisation leaves its row and its audit behind.
 */

const insideOrganisation = `org_id = (select nullif(current_setting('app.org_id', true), '')::bigint)`

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- frozen in time: it must not follow the app's types
export async function up(db: Kysely<any>): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db)

  await run(`alter table kith.organisation add column deleted_at timestamptz`)

  await run(`alter table kith.program
    add column kind text check (length(kind) between 1 and 60),
    add column people text not null default '' check (length(people) <= 200),
    add column description text not null default '' check (length(description) <= 2000),
    add column archived_at timestamptz,
    add column merged_into bigint check (merged_into <> id),
    add foreign key (org_id, merged_into) references kith.program (org_id, id)`)
  // The name of a program that was joined into another is free again; files that name it find the other.
  await run(`alter table kith.program drop constraint program_org_id_name_key`)
  await run(`create unique index program_name on kith.program (org_id, name) where merged_into is null`)
  await run(`create index program_merged_into on kith.program (org_id, merged_into) where merged_into is not null`)

  await run(`alter table kith.cohort
    add column starts_on date,
    add column ends_on date,
    add check (ends_on >= starts_on)`)

  // An id is the name at first, and stays when the name changes: it is what answers and mappings hold.
  await run(`create table kith.dimension (
    org_id bigint not null references kith.organisation,
    id text not null check (length(id) between 1 and 100),
    name text not null check (length(name) between 1 and 100),
    -- Neighbours in an order are joined with each other when a group is too small to show.
    ordered boolean not null,
    primary key (org_id, id),
    unique (org_id, name)
  )`)
  await run(`create table kith.band (
    org_id bigint not null,
    dimension_id text not null,
    id text not null check (length(id) between 1 and 100),
    place smallint not null check (place between 1 and 5),
    name text not null check (length(name) between 1 and 100),
    primary key (org_id, dimension_id, id),
    unique (org_id, dimension_id, place),
    unique (org_id, dimension_id, name),
    foreign key (org_id, dimension_id) references kith.dimension
  )`)
  for (const table of ['dimension', 'band']) {
    await run(`alter table kith.${table} enable row level security`)
    await run(`create policy inside_organisation on kith.${table}
      using (${insideOrganisation}) with check (${insideOrganisation})`)
  }

  // The app may never delete a release or a measure. Of a sample, which is made up, this function does: it runs with
  // its owner's rights, in the transaction's own organisation alone, and only where that is a sample.
  await run(`create function kith.delete_sample_figures() returns void
    language sql security definer set search_path = pg_catalog, pg_temp
    begin atomic
      delete from kith.release where org_id = (select o.org_id from kith.organisation o where o.is_sample
        and o.org_id = nullif(current_setting('app.org_id', true), '')::bigint);
      delete from kith.measure where org_id = (select o.org_id from kith.organisation o where o.is_sample
        and o.org_id = nullif(current_setting('app.org_id', true), '')::bigint);
    end`)
  await run(`revoke all on function kith.delete_sample_figures() from public`)
}
