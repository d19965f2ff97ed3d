import { parseArgs } from 'node:util'
import { catalogue } from '#lib/domain/instruments/index.ts'
import { fileSource, readFileOverview } from '#lib/server/uploads/readFileOverview.ts'
import { problemText, reasonText } from '#lib/ui/problemText.ts'
import { type Command, printJson, Refusal, say, WrongUsage } from './command.ts'
import { problemJson } from './problemJson.ts'

const command: Command = {
  usage: 'read FILE [--json]',
  summary: 'Reads one file without any database: what it is, what is in it, what is wrong with it.',
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } }
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new WrongUsage('Name one file.')
    const { overview, unreadable } = await readFileOverview(fileSource(file), catalogue)
    if (unreadable) {
      if (values.json) printJson({ ...nothingRead, errors: [problemJson(unreadable)] })
      throw new Refusal(problemText(unreadable))
    }
    if (values.json) {
      const { file: facts, platform, headerRows, records, columns, instruments, personal, warnings } = overview
      printJson({
        file: facts,
        platform,
        headerRows,
        records,
        columns: columns.map((column) => ({ ...column, reason: reasonText(column.reason) })),
        instruments: instruments.map((instrument) => ({ ...instrument, reason: reasonText(instrument.reason) })),
        personal,
        warnings: warnings.map(problemJson),
        errors: []
      })
    }
    say(
      `${overview.platform}: ${overview.records} responses, ${overview.columns.length} columns. ${reasonText(overview.platformReason)}`
    )
    for (const found of overview.instruments) {
      const names = found.columns.map((index) => overview.columns[index]?.name ?? '').join(', ')
      say(`  ${found.instrument} (${found.wave ?? 'wave unknown'}): ${names}. ${reasonText(found.reason)}`)
    }
    for (const problem of overview.warnings) say(`  ${problemText(problem)}`)
  }
}

/** The shape of an answer about a file of which nothing can be read. */
const nothingRead = {
  file: null,
  platform: null,
  headerRows: null,
  records: 0,
  columns: [],
  instruments: [],
  personal: [],
  warnings: []
}

export default command
