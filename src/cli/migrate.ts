import { openKith } from '#lib/server/openKith.ts'
import { type Command, printJson, say } from './command.ts'

const command: Command = {
  usage: 'migrate [--json]',
  summary: 'Brings the database to the newest schema; every other command does so by itself.',
  async run(args) {
    const kith = await openKith()
    await kith.close()
    say(kith.migrated.length === 0 ? 'The database is up to date.' : `Migrated: ${kith.migrated.join(', ')}.`)
    if (args.includes('--json')) printJson({ migrated: kith.migrated })
  }
}

export default command
