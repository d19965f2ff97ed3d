import type { Kysely } from 'kysely'
import type { KithDatabase } from '../database/schema.ts'
import { addMember, createOrganisation } from '../organisations/createOrganisation.ts'
import { claimFirstRun, type FirstRunOutcome } from './firstRun.ts'
import type { IdentityDatabase } from './identityDatabase.ts'
import type { NewUser } from './insertUser.ts'

export interface FirstRunPlace {
  identity: Kysely<IdentityDatabase>
  app: Kysely<KithDatabase>
  /** The sample organisation, where there is one: the first user owns it too, to look around and to remove it. */
  sampleOrganisationId: string | null
}

/** The first account and its organisation, for whoever knows the code of the console. See claimFirstRun. */
export async function completeFirstRun(
  { identity, app, sampleOrganisationId }: FirstRunPlace,
  { code, organisation, ...user }: NewUser & { code: string; organisation: string }
): Promise<FirstRunOutcome> {
  return claimFirstRun(identity, code, user, async (userId) => {
    // The sample first: what fails after the organisation was made would leave one without an owner behind.
    if (sampleOrganisationId !== null) {
      await addMember(app, { orgId: sampleOrganisationId, userId, role: 'owner' })
    }
    await createOrganisation(app, { name: organisation, ownerUserId: userId })
  })
}
