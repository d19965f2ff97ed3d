import { sql } from 'kysely'
import type { InOrganisation } from '../database/withOrganisation.ts'

/** More bands would make groups so small that they could tell who somebody is. */
export const mostBands = 5

export interface Band {
  id: string
  name: string
  /** Whether somebody's answers are in it: such a band may get another name and may not go. */
  hasPeople: boolean
}

/** A way in which an organisation compares people: at most five coarse bands, in order. */
export interface Dimension {
  id: string
  name: string
  /** Neighbouring bands belong together, as those of age do. */
  ordered: boolean
  bands: Band[]
}

/** The dimensions of an organisation by name. */
export async function listDimensions(transaction: InOrganisation, orgId: string): Promise<Dimension[]> {
  const dimensions = await transaction
    .selectFrom('kith.dimension')
    .select(['id', 'name', 'ordered'])
    .where('org_id', '=', orgId)
    .orderBy('name')
    .execute()
  const { rows: bands } = await sql<Band & { dimension: string }>`
    select b.dimension_id as dimension, b.id, b.name, exists (
      select from kith.attribute a where a.org_id = b.org_id
        and a.name = 'dimension:' || b.dimension_id and a.value in (b.id, b.name)) as "hasPeople"
    from kith.band b where b.org_id = ${orgId} order by b.dimension_id, b.place`.execute(transaction)
  return dimensions.map((dimension) => ({
    ...dimension,
    bands: bands
      .filter((band) => band.dimension === dimension.id)
      .map(({ id, name, hasPeople }) => ({ id, name, hasPeople }))
  }))
}

/** One dimension, or undefined where this organisation has none of that id. */
export async function findDimension(
  transaction: InOrganisation,
  orgId: string,
  id: string
): Promise<Dimension | undefined> {
  return (await listDimensions(transaction, orgId)).find((dimension) => dimension.id === id)
}
