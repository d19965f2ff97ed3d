import { recordAudit } from '../audit/recordAudit.ts'
import type { InOrganisation } from '../database/withOrganisation.ts'
import { type Dimension, findDimension, listDimensions } from './dimensions.ts'
import { freshId, numbered } from './freshId.ts'
import { lockOrganisation } from './lockOrganisation.ts'

export interface DimensionWords {
  name: string
  ordered: boolean
  /** In order. A band that is there already has its id, whatever its name is now; a new one has none. */
  bands: { id: string | null; name: string }[]
}

export type SavedDimension =
  { outcome: 'saved'; id: string } | { outcome: 'name-taken' | 'not-found' } | { outcome: 'has-people'; band: string }

/**
 * Makes a dimension (`id` null) or changes one. Bands keep their ids under new names, because answers hold the ids; a
 * band with people in it cannot be left out.
 */
export async function saveDimension(
  transaction: InOrganisation,
  orgId: string,
  id: string | null,
  words: DimensionWords,
  actor: string
): Promise<SavedDimension> {
  await lockOrganisation(transaction, orgId)
  const all = await listDimensions(transaction, orgId)
  const known = id === null ? null : all.find((dimension) => dimension.id === id)
  if (known === undefined) return { outcome: 'not-found' }
  if (all.some((dimension) => dimension.name === words.name && dimension.id !== id)) return { outcome: 'name-taken' }
  const gone = known?.bands.find((band) => band.hasPeople && !words.bands.some((kept) => kept.id === band.id))
  if (gone) return { outcome: 'has-people', band: gone.name }

  const dimensionId =
    known?.id ??
    freshId(
      words.name,
      all.map((dimension) => dimension.id)
    )
  await transaction
    .insertInto('kith.dimension')
    .values({ org_id: orgId, id: dimensionId, name: words.name, ordered: words.ordered })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'id']).doUpdateSet({ name: words.name, ordered: words.ordered })
    )
    .execute()
  await replaceBands(transaction, orgId, dimensionId, words.bands, known ?? null)
  const action = known ? 'dimension.update' : 'dimension.create'
  await recordAudit(transaction, orgId, { actor, action, object: `dimension:${dimensionId}` })
  return { outcome: 'saved', id: dimensionId }
}

/** Removes a dimension that nobody is in yet. */
export async function deleteDimension(
  transaction: InOrganisation,
  orgId: string,
  id: string,
  actor: string
): Promise<SavedDimension> {
  await lockOrganisation(transaction, orgId)
  const known = await findDimension(transaction, orgId, id)
  if (!known) return { outcome: 'not-found' }
  const used = known.bands.find((band) => band.hasPeople)
  if (used) return { outcome: 'has-people', band: used.name }
  for (const [table, column] of [
    ['kith.band', 'dimension_id'],
    ['kith.dimension', 'id']
  ] as const) {
    await transaction.deleteFrom(table).where('org_id', '=', orgId).where(column, '=', id).execute()
  }
  await recordAudit(transaction, orgId, { actor, action: 'dimension.delete', object: `dimension:${id}` })
  return { outcome: 'saved', id }
}

/** Nothing refers to a row of a band, only to its id: all are written anew, so that names and places may change hands. */
async function replaceBands(
  transaction: InOrganisation,
  orgId: string,
  dimensionId: string,
  bands: DimensionWords['bands'],
  known: Dimension | null
): Promise<void> {
  await transaction
    .deleteFrom('kith.band')
    .where('org_id', '=', orgId)
    .where('dimension_id', '=', dimensionId)
    .execute()
  const kept = (known?.bands ?? []).map((band) => band.id)
  const taken = [...kept]
  const rows = bands.map(({ id, name }, index) => {
    const own = id !== null && kept.includes(id) ? id : numbered(name, taken)
    taken.push(own)
    return { org_id: orgId, dimension_id: dimensionId, id: own, place: index + 1, name }
  })
  if (rows.length > 0) await transaction.insertInto('kith.band').values(rows).execute()
}
