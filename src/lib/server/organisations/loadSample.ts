import { randomUUID } from 'node:crypto'
import { catalogue } from '#lib/domain/instruments/index.ts'
import { fileOverview } from '#lib/reading/overview.ts'
import { sampleOrganisation, sampleSurveys } from '#lib/sample/sampleSurveys.ts'
import type { Kith } from '../openKith.ts'
import { today } from '../today.ts'
import { completeMapping } from '../uploads/completeMapping.ts'
import { importUpload } from '../uploads/importUpload.ts'
import { addMember, createOrganisation } from './createOrganisation.ts'
import { listOrganisations } from './listOrganisations.ts'
import { listOwners } from './listOwners.ts'

/**
 * Makes the sample organisation by uploading its survey exports, through the same reading, mapping and import as any
 * file. Returns its id; where it is there already, only that. A sample that was deleted comes back as a new one, and
 * belongs to everybody who owns an organisation here.
 */
export async function loadSample(kith: Kith): Promise<{ id: string; loaded: boolean }> {
  const found = (await listOrganisations(kith.ownerUrl)).find((organisation) => organisation.isSample)
  const { id } = found ?? (await createOrganisation(kith.app, { name: sampleOrganisation, isSample: true }))
  for (const userId of await listOwners(kith.ownerUrl)) await addMember(kith.app, { orgId: id, userId, role: 'owner' })
  let loaded = false
  // Each file is imported once however often this runs, so an interrupted load goes on where it stopped.
  for (const { fileName, program, cohort, wave, text } of sampleSurveys()) {
    const bytes = new TextEncoder().encode(text)
    const source = async function* () {
      yield bytes
    }
    const overview = await fileOverview(source, catalogue)
    const result = await importUpload(
      kith.pool,
      kith.keys.pseudonym,
      {
        orgId: id,
        uploadId: randomUUID(),
        file: { name: fileName, bytes: overview.file.bytes, sha256: overview.file.sha256 },
        source,
        layout: overview.layout,
        mapping: completeMapping(overview.suggestion, { program, cohort, wave }),
        instruments: catalogue,
        measures: [],
        create: true,
        userId: null,
        today: today()
      },
      true
    )
    if (result.status === 'refused') throw new Error(`The sample file ${fileName} was refused.`)
    loaded ||= result.status === 'committed'
  }
  return { id, loaded }
}
