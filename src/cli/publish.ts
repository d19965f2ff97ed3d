import { parseArgs } from 'node:util'
import { catalogue } from '#lib/domain/instruments/index.ts'
import { policy } from '#lib/domain/privacy/policy.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { openKith } from '#lib/server/openKith.ts'
import { lockOrganisation } from '#lib/server/organisations/lockOrganisation.ts'
import { listPrograms } from '#lib/server/organisations/programs.ts'
import { publishPrograms } from '#lib/server/releases/publishPrograms.ts'
import { today } from '#lib/server/today.ts'
import { listMeasures } from '#lib/server/organisations/measures.ts'
import { chosenOrganisation } from './chosenOrganisation.ts'
import { type Command, printJson, say } from './command.ts'

const command: Command = {
  usage: 'publish [--organisation O] [--json]',
  summary: 'Publishes every program of an organisation anew; what has not changed keeps its version.',
  async run(args) {
    const { values } = parseArgs({
      args,
      options: { organisation: { type: 'string' }, json: { type: 'boolean', default: false } }
    })
    const kith = await openKith()
    try {
      const { orgId } = await chosenOrganisation(kith, values)
      const published = await withOrganisation(kith.app, orgId, async (transaction) => {
        await lockOrganisation(transaction, orgId)
        const programs = await listPrograms(transaction, orgId)
        const instruments = [...catalogue, ...(await listMeasures(transaction, orgId))]
        const ids = programs.map(({ id }) => id)
        const options = { instruments, policy: policy('team'), today: today() }
        const versions = await publishPrograms(transaction, orgId, ids, options)
        return programs.map(({ id, name }) => ({ program: name, team: versions[id] }))
      })
      for (const { program, team } of published) say(`${program}: version ${team}`)
      if (values.json) printJson({ published })
    } finally {
      await kith.close()
    }
  }
}

export default command
