import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { connect } from '#lib/server/database/connect.ts'
import type { KithDatabase } from '#lib/server/database/schema.ts'
import { republishOutdated } from '#lib/server/releases/republishOutdated.ts'
import { ImportPlace } from './importing.ts'

const rows = Array.from({ length: 12 }, (_, person) =>
  [`p${person}`, 4 + (person % 5), 3 + ((person * 2 + 1) % 6)].join(',')
)
const file = ['id,before,after', ...rows].join('\n')

describe('an update that changes the shape of releases', () => {
  let place: ImportPlace
  beforeAll(async () => {
    place = await ImportPlace.open()
    const read = await place.import(file, {
      participant: { column: 'id' },
      instruments: [
        { instrument: 'ucla-3', total: 'before', wave: 'before' },
        { instrument: 'ucla-3', total: 'after', wave: 'after' }
      ]
    })
    expect(read.status).toBe('committed')
  })
  afterAll(() => place?.close())

  it('leaves releases alone that it can read', async () => {
    const before = await place.release()
    expect(before).toBeDefined()
    expect(await republishOutdated(place.app, place.orgId, '2026-08-01')).toBe(0)
    expect(await place.release()).toEqual(before)
  })

  it('publishes anew what an earlier version wrote, and shows nothing of it until then', async () => {
    const owner = connect<KithDatabase>(place.database.ownerUrl, 1)
    await sql`update kith.release set body = replace(body, '"distribution":', '"histogram":')`.execute(owner)
    await owner.destroy()
    expect(await place.release()).toBeUndefined()
    expect(await republishOutdated(place.app, place.orgId, '2026-08-01')).toBe(1)
    expect(await place.release()).toMatchObject({ version: 2, publishedOn: '2026-08-01' })
  })
})
