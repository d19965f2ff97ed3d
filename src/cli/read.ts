import { parseArgs } from 'node:util'
import { catalogue } from '#lib/domain/instruments/index.ts'
import { readFileOverview } from '#lib/server/uploads/readFileOverview.ts'
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
    const overview = await readFileOverview(file, catalogue)
    if (values.json) {
      const { file: facts, platform, headerRows, records, columns, instruments, personal, warnings, errors } = overview
      printJson({
        file: facts,
        platform,
        headerRows,
        records,
        columns: columns.map((column) => ({ ...column, reason: reasonText(column.reason) })),
        instruments: instruments.map((instrument) => ({ ...instrument, reason: reasonText(instrument.reason) })),
        personal,
        warnings: warnings.map(problemJson),
        errors: errors.map(problemJson)
      })
    }
    say(
      `${overview.platform}: ${overview.records} responses, ${overview.columns.length} columns. ${reasonText(overview.platformReason)}`
    )
    for (const found of overview.instruments) {
      const names = found.columns.map((index) => overview.columns[index]?.name ?? '').join(', ')
      say(`  ${found.instrument} (${found.wave ?? 'wave unknown'}): ${names}. ${reasonText(found.reason)}`)
    }
    for (const problem of [...overview.warnings, ...overview.errors]) say(`  ${problemText(problem)}`)
    if (overview.errors.length > 0) throw new Refusal('The file cannot be read.')
  }
}

export default command
