import { createOrganisation } from '#lib/server/organisations/createOrganisation.ts'
import { listOrganisations } from '#lib/server/organisations/listOrganisations.ts'
import type { Kith } from '#lib/server/openKith.ts'
import { Refusal } from './command.ts'

/** The organisation that a command speaks of: the named one, else the only one that is not the sample. */
export async function chosenOrganisation(
  kith: Kith,
  { organisation, create = false }: { organisation?: string | undefined; create?: boolean }
): Promise<string> {
  const all = await listOrganisations(kith.ownerUrl)
  const candidates =
    organisation === undefined ? all.filter((one) => !one.isSample) : all.filter((one) => one.name === organisation)
  if (candidates.length === 0 && create) {
    return (await createOrganisation(kith.app, { name: organisation ?? 'My organisation' })).id
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
  return only.id
}
