import { catalogue } from '#lib/domain/instruments/index.ts'
import { policy } from '#lib/domain/privacy/policy.ts'
import type { InOrganisation } from '../database/withOrganisation.ts'
import { publishPrograms } from '../releases/publishPrograms.ts'
import { today } from '../today.ts'
import { listMeasures } from './measures.ts'

/** Publishes programs anew after what is said of them, or where their answers lie, has changed. */
export async function publishAgain(
  transaction: InOrganisation,
  orgId: string,
  programIds: readonly string[]
): Promise<void> {
  const instruments = [...catalogue, ...(await listMeasures(transaction, orgId))]
  await publishPrograms(transaction, orgId, programIds, { instruments, policy: policy('team'), today: today() })
}
