import { redirect } from '@sveltejs/kit'
import { policy } from '#lib/domain/privacy/policy.ts'
import { requireMember } from '#lib/server/accounts/requireMember.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { listCohorts } from '#lib/server/organisations/cohorts.ts'
import { audienceOf } from '#lib/server/releases/audienceOf.ts'
import { measureMethods } from '#lib/server/releases/measureMethods.ts'
import { programNode } from '#lib/server/releases/releaseNode.ts'
import { readRelease } from '#lib/server/releases/readRelease.ts'
import { runtime } from '#lib/server/runtime.ts'
import { defaultCohort } from '#lib/server/uploads/completeMapping.ts'
import { ownProgram } from './ownProgram.ts'
import { leaveTour, tourStep } from './tour.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const orgId = event.params.organisation
  const { role, organisation } = await requireMember(event, orgId)
  const audience = audienceOf(role)
  return withOrganisation(runtime().databases.app, orgId, async (transaction) => {
    const program = await ownProgram(transaction, event)
    const release = await readRelease(transaction, { orgId, node: programNode(program.id), audience })
    const cohorts = await listCohorts(transaction, orgId, program.id)
    return {
      audience,
      fewestPeople: policy(audience).threshold,
      program,
      // Exact counts are for those who handle the answers.
      cohorts: cohorts.map(({ name, startsOn, endsOn, registered }) => ({
        name: name === defaultCohort ? null : name,
        startsOn,
        endsOn,
        registered: audience === 'team' ? registered : null
      })),
      release: release ?? null,
      methods: await measureMethods(transaction, orgId, release),
      joined: event.url.searchParams.has('joined'),
      tour: organisation.isSample && release ? tourStep(event) : null
    }
  })
}

export const actions: Actions = {
  leaveTour: async (event) => {
    await requireMember(event, event.params.organisation)
    leaveTour(event)
    redirect(303, event.url.pathname)
  }
}
