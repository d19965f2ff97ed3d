import { catalogue, findInstrument } from '#lib/domain/instruments/index.ts'
import type { Instrument } from '#lib/domain/instruments/instrument.ts'
import type { Released } from '#lib/domain/privacy/released.ts'
import type { InOrganisation } from '../database/withOrganisation.ts'
import { listMeasures } from '../organisations/measures.ts'

/** The definitions behind a release's outcomes, by instrument id: what "how was this measured?" tells. */
export async function measureMethods(
  transaction: InOrganisation,
  orgId: string,
  release: Released | undefined
): Promise<Record<string, Instrument>> {
  if (!release) return {}
  const instruments = [...catalogue, ...(await listMeasures(transaction, orgId))]
  const methods: Record<string, Instrument> = {}
  for (const { instrument: id } of release.outcomes) {
    const found = findInstrument(id, instruments)
    if (found) methods[id] = found
  }
  return methods
}
