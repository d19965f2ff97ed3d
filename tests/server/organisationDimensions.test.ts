import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type InOrganisation, withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { createOrganisation } from '#lib/server/organisations/createOrganisation.ts'
import { findDimension, listDimensions } from '#lib/server/organisations/dimensions.ts'
import { deleteDimension, type DimensionWords, saveDimension } from '#lib/server/organisations/saveDimension.ts'
import { ImportPlace } from './importing.ts'

const actor = '11111111-1111-4111-8111-111111111111'
const gender = (...bands: (string | [id: string, name: string])[]): DimensionWords => ({
  name: 'Gender',
  ordered: false,
  bands: bands.map((band) => (typeof band === 'string' ? { id: null, name: band } : { id: band[0], name: band[1] }))
})

describe('the dimensions of an organisation', () => {
  let place: ImportPlace
  let orgId = ''
  beforeEach(async () => {
    place = await ImportPlace.open()
    orgId = place.orgId
  })
  afterEach(async () => {
    await place.close()
  })

  const inside = <Result>(work: (transaction: InOrganisation) => Promise<Result>, org = orgId) =>
    withOrganisation(place.app, org, work)
  const save = (id: string | null, words: DimensionWords) => inside((t) => saveDimension(t, orgId, id, words, actor))
  const bands = async (id = 'gender') => (await inside((t) => findDimension(t, orgId, id)))?.bands

  /** Says of two people that they are women, under a mapping that names the dimension and its band. */
  const countWomen = () =>
    place.import('code,g\na,f\nb,f\n', {
      participant: { column: 'code' },
      dimensions: [{ dimension: 'gender', column: 'g', bands: { f: 'Women' } }]
    })

  it('have bands in their order, and an id that stays when the name changes', async () => {
    expect(await save(null, gender('Women', 'Men'))).toEqual({ outcome: 'saved', id: 'gender' })
    await save('gender', { ...gender(['Men', 'Men and boys'], ['Women', 'Women'], 'Others'), name: 'How people live' })
    expect(await inside((t) => listDimensions(t, orgId))).toEqual([
      {
        id: 'gender',
        name: 'How people live',
        ordered: false,
        bands: [
          { id: 'Men', name: 'Men and boys', hasPeople: false },
          { id: 'Women', name: 'Women', hasPeople: false },
          { id: 'Others', name: 'Others', hasPeople: false }
        ]
      }
    ])
    expect(await save(null, gender('Women', 'Men'))).toEqual({ outcome: 'saved', id: 'gender-2' })
  })

  it('let bands change names with each other: the people stay where their answers say', async () => {
    await save(null, gender('Women', 'Men'))
    await countWomen()
    await save('gender', gender(['Women', 'Men'], ['Men', 'Women']))
    expect((await bands())?.[0]).toEqual({ id: 'Women', name: 'Men', hasPeople: true })
  })

  it('refuse to lose a band with people in it, and say which; an empty one may go', async () => {
    await save(null, gender('Women', 'Men', 'Others'))
    await countWomen()
    expect(await save('gender', gender(['Men', 'Men']))).toEqual({ outcome: 'has-people', band: 'Women' })
    expect(await bands()).toHaveLength(3)
    expect(await save('gender', gender(['Women', 'Women and girls'], ['Men', 'Men']))).toMatchObject({
      outcome: 'saved'
    })
    expect(await bands()).toEqual([
      { id: 'Women', name: 'Women and girls', hasPeople: true },
      { id: 'Men', name: 'Men', hasPeople: false }
    ])
    expect(await inside((t) => deleteDimension(t, orgId, 'gender', actor))).toEqual({
      outcome: 'has-people',
      band: 'Women and girls'
    })
  })

  it('may go when nobody is in them', async () => {
    await save(null, gender('Women', 'Men'))
    expect(await inside((t) => deleteDimension(t, orgId, 'gender', actor))).toMatchObject({ outcome: 'saved' })
    expect(await inside((t) => listDimensions(t, orgId))).toEqual([])
  })

  it('never share a name', async () => {
    await save(null, gender('Women', 'Men'))
    expect(await save(null, gender('A', 'B'))).toEqual({ outcome: 'name-taken' })
  })

  it('have at most five bands: the database itself refuses a sixth', async () => {
    await save(null, gender('1', '2', '3', '4', '5'))
    const sixth = inside((t) => sql`insert into kith.band values (${orgId}, 'gender', '6', 6, '6')`.execute(t))
    await expect(sixth).rejects.toThrow(/check constraint/)
  })

  it('of another organisation are not there', async () => {
    await save(null, gender('Women', 'Men'))
    const other = (await createOrganisation(place.app, { name: 'Another charity' })).id
    expect(
      await inside(
        async (t) => [
          await listDimensions(t, other),
          await saveDimension(t, other, 'gender', gender('A', 'B'), actor),
          await deleteDimension(t, other, 'gender', actor)
        ],
        other
      )
    ).toEqual([[], { outcome: 'not-found' }, { outcome: 'not-found' }])
    expect(await bands()).toHaveLength(2)
  })
})
