import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { catalogue } from '#lib/domain/instruments/index.ts'
import { type Instrument, instrumentSchema } from '#lib/domain/instruments/instrument.ts'
import { waveSchema } from '#lib/domain/wave.ts'
import { type Mapping, mappingSchema } from '#lib/reading/mapping.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { type Kith, openKith } from '#lib/server/openKith.ts'
import { today } from '#lib/server/today.ts'
import { completeMapping, withWaveOfName } from '#lib/server/uploads/completeMapping.ts'
import { importUpload } from '#lib/server/uploads/importUpload.ts'
import { listMeasures } from '#lib/server/organisations/measures.ts'
import { fileSource, readFileOverview } from '#lib/server/uploads/readFileOverview.ts'
import { problemText } from '#lib/ui/problemText.ts'
import { chosenOrganisation } from './chosenOrganisation.ts'
import { type Command, printJson, Refusal, say, WrongUsage } from './command.ts'
import { importJson, sayImport } from './importReport.ts'

type Options = ReturnType<typeof parse>['values']

const command: Command = {
  usage:
    'import FILE... [--program P] [--cohort C] [--organisation O] [--mapping M.json] [--wave W] [--measure F.json]... ' +
    '[--create] [--dry-run] [--json]',
  summary: 'The same path as the upload page: read, map, validate, commit, publish.',
  async run(args) {
    const { values, positionals: files } = parse(args)
    if (files.length === 0) throw new WrongUsage('Name at least one file.')
    if (values.wave !== undefined && !waveSchema.safeParse(values.wave).success) {
      throw new WrongUsage('--wave is before, after, follow-up-1, follow-up-2 ...')
    }
    const mapping = values.mapping === undefined ? undefined : await readJson(values.mapping, mappingSchema)
    const measures: Instrument[] = []
    for (const path of values.measure ?? []) measures.push(await readJson(path, instrumentSchema))
    const kith = await openKith()
    try {
      const organisation = await chosenOrganisation(kith, values)
      const reports = []
      for (const file of files) reports.push(await importFile(kith, organisation, file, mapping, measures, values))
      if (values.json) printJson(reports.length === 1 ? reports[0] : { uploads: reports })
      if (reports.some(({ status }) => status === 'refused')) throw new Refusal('Nothing of the refused file was kept.')
    } finally {
      await kith.close()
    }
  }
}

export default command

function parse(args: string[]) {
  return parseArgs({
    args,
    allowPositionals: true,
    options: {
      program: { type: 'string' },
      cohort: { type: 'string' },
      organisation: { type: 'string' },
      mapping: { type: 'string' },
      wave: { type: 'string' },
      measure: { type: 'string', multiple: true },
      create: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false }
    }
  })
}

async function importFile(
  kith: Kith,
  { orgId, make }: { orgId: string; make?: string },
  path: string,
  given: Mapping | undefined,
  measures: readonly Instrument[],
  values: Options
) {
  const kept = await withOrganisation(kith.app, orgId, (transaction) => listMeasures(transaction, orgId))
  const instruments = [...catalogue, ...measures, ...kept.filter(({ id }) => !measures.some((own) => own.id === id))]
  const { overview, unreadable } = await readFileOverview(fileSource(path), instruments)
  if (unreadable) {
    say(`${basename(path)}: ${problemText(unreadable)}`)
    return importJson({ errors: [unreadable], warnings: [] })
  }
  const mapping = completeMapping(given ?? withWaveOfName(overview.suggestion, basename(path)), values)
  const result = await importUpload(
    kith.pool,
    kith.keys.pseudonym,
    {
      orgId,
      newOrganisation: make,
      uploadId: randomUUID(),
      file: { name: basename(path), bytes: overview.file.bytes, sha256: overview.file.sha256 },
      source: fileSource(path),
      layout: overview.layout,
      mapping,
      instruments,
      measures,
      create: values.create,
      userId: null,
      today: today()
    },
    !values['dry-run']
  )
  sayImport(basename(path), result)
  return importJson({ result, warnings: overview.warnings })
}

async function readJson<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
  let content: unknown
  try {
    content = JSON.parse(await readFile(path, 'utf8'))
  } catch (cause) {
    throw new Refusal(`${path} is not a readable JSON file.`, { cause })
  }
  const checked = schema.safeParse(content)
  if (!checked.success) throw new Refusal(`${path}:\n${z.prettifyError(checked.error)}`)
  return checked.data
}
