import { drawOrganisationId } from '#lib/server/organisations/createOrganisation.ts'
import { listOrganisations } from '#lib/server/organisations/listOrganisations.ts'
import type { Kith } from '#lib/server/openKith.ts'
import { Refusal } from './command.ts'

/**
 * The organisation that a command speaks of: the named one, else the only one that is not the sample. With `create`, one
 * that does not exist gets a number and a name (`make`), and whoever keeps the first thing in it makes it.
 */
export async function chosenOrganisation(
  kith: Kith,
  { organisation, create = false }: { organisation?: string | undefined; create?: boolean }
): Promise<{ orgId: string; make?: string }> {
  const all = await listOrganisations(kith.ownerUrl)
  const candidates =
    organisation === undefined ? all.filter((one) => !one.isSample) : all.filter((one) => one.name === organisation)
  if (candidates.length === 0 && create) {
    return { orgId: await drawOrganisationId(kith.app), make: organisation ?? 'My organisation' }
  }
  const [only, ...others] = candidates
  if (!only)
    throw new Refusal(
      `There is no ${organisation === undefined ? 'organisation yet' : `organisation "${organisation}"`}; --create makes one.`
    )
  if (others.length > 0)
    throw new Refusal(
      `Which organisation? Name one with --organisation: ${candidates.map(({ name }) => name).join(', ')}.`
    )
  return { orgId: only.id }
}
