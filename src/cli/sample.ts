import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sampleSurveys } from '#lib/sample/sampleSurveys.ts'
import { openKith } from '#lib/server/openKith.ts'
import { loadSample } from '#lib/server/organisations/loadSample.ts'
import { type Command, printJson, say } from './command.ts'

const command: Command = {
  usage: 'sample [--files FOLDER] [--json]',
  summary: 'Loads the sample organisation; --files only writes its survey exports into a folder.',
  async run(args) {
    const { values } = parseArgs({
      args,
      options: { files: { type: 'string' }, json: { type: 'boolean', default: false } }
    })
    if (values.files !== undefined) {
      await mkdir(values.files, { recursive: true })
      for (const { fileName, text } of sampleSurveys()) await writeFile(join(values.files, fileName), text)
      say(`Wrote ${sampleSurveys().length} files.`)
      if (values.json) printJson({ files: sampleSurveys().map(({ fileName }) => fileName) })
      return
    }
    const kith = await openKith()
    try {
      const { id, loaded } = await loadSample(kith)
      say(loaded ? 'The sample organisation is loaded.' : 'The sample organisation is there already.')
      if (values.json) printJson({ organisation: id, loaded })
    } finally {
      await kith.close()
    }
  }
}

export default command
