import { canonicalJson } from '#lib/domain/privacy/canonicalJson.ts'
import { type Instrument, instrumentSchema } from '#lib/domain/instruments/instrument.ts'
import type { InOrganisation } from '../database/withOrganisation.ts'

/** The organisation's own measures, the newest version of each. */
export async function listMeasures(transaction: InOrganisation, orgId: string): Promise<Instrument[]> {
  const rows = await transaction
    .selectFrom('kith.measure')
    .distinctOn('id')
    .select(['id', 'definition'])
    .where('org_id', '=', orgId)
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => instrumentSchema.parse(row.definition))
}

/**
 * Keeps measures of one's own with the organisation. A definition that is there already is left as it is; another
 * definition under the same id and version is refused, since scores kept under it would change their meaning.
 */
export async function keepMeasures(
  transaction: InOrganisation,
  orgId: string,
  measures: readonly Instrument[]
): Promise<void> {
  for (const measure of measures) {
    const found = await transaction
      .selectFrom('kith.measure')
      .select('definition')
      .where('org_id', '=', orgId)
      .where('id', '=', measure.id)
      .where('version', '=', measure.version)
      .executeTakeFirst()
    if (!found) {
      await transaction
        .insertInto('kith.measure')
        .values({ org_id: orgId, id: measure.id, version: measure.version, definition: JSON.stringify(measure) })
        .execute()
    } else if (canonicalJson(instrumentSchema.parse(found.definition)) !== canonicalJson(measure)) {
      throw new Error(
        `The measure "${measure.id}", version ${measure.version}, is known with another definition. Give the new one a higher version.`
      )
    }
  }
}
