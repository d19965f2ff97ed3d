import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { completeFirstRun } from '#lib/server/accounts/completeFirstRun.ts'
import { claimFirstRun, ensureFirstRunCode, isFirstRun } from '#lib/server/accounts/firstRun.ts'
import { firstRunCodeHash, randomFirstRunCode } from '#lib/server/accounts/firstRunCode.ts'
import type { IdentityDatabase } from '#lib/server/accounts/identityDatabase.ts'
import { connect } from '#lib/server/database/connect.ts'
import type { KithDatabase } from '#lib/server/database/schema.ts'
import { createOrganisation } from '#lib/server/organisations/createOrganisation.ts'
import { listOwnOrganisations } from '#lib/server/organisations/listOwnOrganisations.ts'
import { cloneDatabase } from '../harness/testDatabase.ts'

const ada = { name: 'Ada', email: 'Ada@Example.org', password: 'a garden in the rain' }

describe('the first run', () => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>
  let identity: Kysely<IdentityDatabase>
  let otherProcess: Kysely<IdentityDatabase>
  let app: Kysely<KithDatabase>

  beforeEach(async () => {
    database = await cloneDatabase()
    identity = connect<IdentityDatabase>(database.identityUrl)
    otherProcess = connect<IdentityDatabase>(database.identityUrl)
    app = connect<KithDatabase>(database.appUrl)
  })
  afterEach(async () => {
    await Promise.all([identity.destroy(), otherProcess.destroy(), app.destroy()])
    await database.drop()
  })

  async function code(): Promise<string> {
    const fresh = await ensureFirstRunCode(identity)
    if (fresh === null) throw new Error('no code was given')
    return fresh
  }

  it('is won by exactly one of a hundred set-ups at once, through two processes, all with the right code', async () => {
    const right = await code()
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, number) =>
        completeFirstRun(
          { identity: number % 2 ? identity : otherProcess, app, sampleOrganisationId: null },
          { ...ada, email: `person${number}@example.org`, code: right, organisation: `Organisation ${number}` }
        )
      )
    )
    const won = outcomes.flatMap((result) => (result.outcome === 'done' ? [result.userId] : []))
    expect(won).toHaveLength(1)
    expect(outcomes.filter(({ outcome }) => outcome === 'closed')).toHaveLength(99)

    const users = await identity.selectFrom('identity.user').select('id').execute()
    expect(users.map(({ id }) => id)).toEqual(won)
    expect(await listOwnOrganisations(app, won[0] ?? '')).toMatchObject([{ role: 'owner' }])
    const owner = connect<KithDatabase>(database.ownerUrl)
    const made = await owner.selectFrom('kith.organisation').select('name').execute()
    await owner.destroy()
    expect(made).toHaveLength(1)
  })

  it('gives its winner the sample organisation to look at, last in the list', async () => {
    const sample = await createOrganisation(app, { name: 'A sample', isSample: true })
    const place = { identity, app, sampleOrganisationId: sample.id }
    const result = await completeFirstRun(place, { ...ada, code: await code(), organisation: 'Kitchen' })
    if (result.outcome !== 'done') throw new Error(result.outcome)
    expect(await listOwnOrganisations(app, result.userId)).toMatchObject([
      { name: 'Kitchen', role: 'owner', isSample: false },
      { name: 'A sample', role: 'owner', isSample: true }
    ])
  })

  it('refuses a wrong code, and lets the right one in afterwards', async () => {
    const right = await code()
    const place = { identity, app, sampleOrganisationId: null }
    const wrong = await completeFirstRun(place, { ...ada, code: randomFirstRunCode(), organisation: 'Kitchen' })
    expect(wrong).toEqual({ outcome: 'wrong-code' })
    expect(await isFirstRun(identity)).toBe(true)
    const typed = ` ${right.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
    expect((await completeFirstRun(place, { ...ada, code: typed, organisation: 'Kitchen' })).outcome).toBe('done')
  })

  it('replaces an unclaimed code by a newer one, and gives none once somebody has an account', async () => {
    const first = await code()
    const second = await code()
    const settle = () => Promise.resolve()
    expect((await claimFirstRun(identity, first, ada, settle)).outcome).toBe('wrong-code')
    expect((await claimFirstRun(identity, second, ada, settle)).outcome).toBe('done')
    expect(await ensureFirstRunCode(identity)).toBeNull()
    expect((await claimFirstRun(identity, second, ada, settle)).outcome).toBe('closed')
    expect(await identity.selectFrom('identity.first_run').selectAll().execute()).toEqual([])
  })

  it('keeps the hash of a code and nowhere the code', async () => {
    const fresh = await code()
    const rows = await identity.selectFrom('identity.first_run').selectAll().execute()
    expect(rows).toMatchObject([{ code_hash: firstRunCodeHash(fresh) }])
    expect(JSON.stringify(rows)).not.toContain(fresh.slice(0, 5))
  })

  it('makes no account when its organisation could not be made, and the code stays good', async () => {
    const right = await code()
    const failure = new Error('the organisation could not be made')
    await expect(claimFirstRun(identity, right, ada, () => Promise.reject(failure))).rejects.toBe(failure)
    expect(await isFirstRun(identity)).toBe(true)
    expect((await claimFirstRun(identity, right, ada, () => Promise.resolve())).outcome).toBe('done')
  })
})
