import { recordAudit } from '../audit/recordAudit.ts'
import type { InOrganisation } from '../database/withOrganisation.ts'
import { lockOrganisation } from './lockOrganisation.ts'

/** Gives an organisation another name; nothing that is kept refers to it. */
export async function renameOrganisation(
  transaction: InOrganisation,
  orgId: string,
  name: string,
  actor: string
): Promise<void> {
  await lockOrganisation(transaction, orgId)
  await transaction.updateTable('kith.organisation').set({ name }).where('org_id', '=', orgId).execute()
  await recordAudit(transaction, orgId, { actor, action: 'organisation.rename', object: `organisation:${orgId}` })
}
