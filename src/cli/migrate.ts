import { parseArgs } from 'node:util'
import { openKith } from '#lib/server/openKith.ts'
import { type Command, printJson, say } from './command.ts'

const command: Command = {
  usage: 'migrate [--json]',
  summary: 'Brings the database to the newest schema; every other command does so by itself.',
  async run(args) {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } })
    const kith = await openKith()
    await kith.close()
    say(kith.migrated.length === 0 ? 'The database is up to date.' : `Migrated: ${kith.migrated.join(', ')}.`)
    if (values.json) printJson({ migrated: kith.migrated })
  }
}

export default command
