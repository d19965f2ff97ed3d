import { createHash, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import { catalogue } from '#lib/domain/instruments/index.ts'
import type { Instrument } from '#lib/domain/instruments/instrument.ts'
import type { Released } from '#lib/domain/privacy/released.ts'
import type { Mapping } from '#lib/reading/mapping.ts'
import { fileOverview } from '#lib/reading/overview.ts'
import { onPool, openPool } from '#lib/server/database/connect.ts'
import type { KithDatabase } from '#lib/server/database/schema.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { createOrganisation } from '#lib/server/organisations/createOrganisation.ts'
import { programByName } from '#lib/server/organisations/programs.ts'
import { readRelease } from '#lib/server/releases/readRelease.ts'
import { programNode } from '#lib/server/releases/releaseNode.ts'
import { completeMapping } from '#lib/server/uploads/completeMapping.ts'
import { pseudonymSalt } from '#lib/server/organisations/lockOrganisation.ts'
import { pseudonymise } from '#lib/server/uploads/pseudonym.ts'
import { importUpload } from '#lib/server/uploads/importUpload.ts'
import { undoUpload } from '#lib/server/uploads/undoUpload.ts'
import { cloneDatabase, type TestDatabase } from '../harness/testDatabase.ts'

/** A database of its own with one organisation, and the acts of an uploader on it. */
export class ImportPlace {
  readonly database: TestDatabase
  readonly pool: pg.Pool
  readonly app: Kysely<KithDatabase>
  readonly orgId: string

  private constructor(database: TestDatabase, pool: pg.Pool, orgId: string) {
    this.database = database
    this.pool = pool
    this.app = onPool<KithDatabase>(pool)
    this.orgId = orgId
  }

  static async open(): Promise<ImportPlace> {
    const database = await cloneDatabase()
    const pool = openPool(database.appUrl, 4)
    const { id } = await createOrganisation(onPool<KithDatabase>(pool), { name: 'A charity' })
    return new ImportPlace(database, pool, id)
  }

  async close(): Promise<void> {
    await this.pool.end()
    await this.database.drop()
  }

  /** Imports bytes under a mapping (the suggested one where none is given) into the program "Calls", or another. */
  async import(
    content: string | Uint8Array,
    mapping?: Mapping,
    {
      commit = true,
      measures = [],
      pool = this.pool,
      program = 'Calls'
    }: { commit?: boolean; measures?: Instrument[]; pool?: pg.Pool; program?: string } = {}
  ) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    const source = async function* () {
      yield bytes
    }
    const instruments = [...catalogue, ...measures]
    const overview = await fileOverview(source, instruments)
    const request = {
      orgId: this.orgId,
      uploadId: randomUUID(),
      file: { name: 'test.csv', bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') },
      source,
      layout: overview.layout,
      mapping: completeMapping(mapping ?? overview.suggestion, { program }),
      instruments,
      measures,
      create: true,
      userId: null,
      today: '2026-06-30'
    }
    return importUpload(pool, this.database.keys.pseudonym, request, commit)
  }

  async undo(uploadId: string) {
    return withOrganisation(this.app, this.orgId, (transaction) =>
      undoUpload(transaction, this.orgId, uploadId, { userId: null, today: '2026-07-01', instruments: catalogue })
    )
  }

  /** The newest team release of "Calls", or of another program. */
  async release(name = 'Calls'): Promise<Released | undefined> {
    return withOrganisation(this.app, this.orgId, async (transaction) => {
      const program = await programByName(transaction, this.orgId, name, false)
      return program && readRelease(transaction, { orgId: this.orgId, node: programNode(program.id), audience: 'team' })
    })
  }

  /** How many rows the tables that an import writes hold: the same before and after whatever was refused. */
  async counts(): Promise<Record<string, number>> {
    const tables = ['upload', 'submission', 'attribute', 'release', 'program', 'cohort', 'measure', 'audit'] as const
    return withOrganisation(this.app, this.orgId, async (transaction) => {
      const counts: Record<string, number> = {}
      for (const table of tables) {
        const { count } = await transaction
          .selectFrom(`kith.${table}`)
          .select(({ fn }) => fn.countAll<string>().as('count'))
          .executeTakeFirstOrThrow()
        counts[table] = Number(count)
      }
      return counts
    })
  }

  /** The scores that count for one participant code. */
  async scoresOf(code: string): Promise<(number | null)[]> {
    return withOrganisation(this.app, this.orgId, async (transaction) => {
      const pseudonym = pseudonymise(this.database.keys.pseudonym, await pseudonymSalt(transaction, this.orgId))
      const rows = await transaction
        .selectFrom('kith.current_submission')
        .select('score')
        .where('pseudonym', '=', pseudonym(`participant:${code}`))
        .execute()
      return rows.map(({ score }) => score)
    })
  }

  /** Every row of every table as one text, as the owner sees it. */
  async everything(): Promise<string> {
    const owner = openPool(this.database.ownerUrl, 1)
    const tables = await owner.query<{ name: string }>(
      "select oid::regclass::text as name from pg_class where relnamespace in ('kith'::regnamespace, 'identity'::regnamespace) and relkind = 'r'"
    )
    let text = ''
    for (const { name } of tables.rows) text += JSON.stringify((await owner.query(`select * from ${name}`)).rows)
    await owner.end()
    return text
  }
}
