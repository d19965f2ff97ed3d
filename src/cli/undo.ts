import { parseArgs } from 'node:util'
import { catalogue } from '#lib/domain/instruments/index.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { openKith } from '#lib/server/openKith.ts'
import { listOrganisations } from '#lib/server/organisations/listOrganisations.ts'
import { today } from '#lib/server/today.ts'
import { listMeasures } from '#lib/server/organisations/measures.ts'
import { undoUpload } from '#lib/server/uploads/undoUpload.ts'
import { type Command, printJson, Refusal, say, WrongUsage } from './command.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const command: Command = {
  usage: 'undo UPLOAD [--json]',
  summary: 'Takes one upload back, whole.',
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } }
    })
    const [upload, ...more] = positionals
    if (upload === undefined || more.length > 0 || !uuid.test(upload))
      throw new WrongUsage('Name one upload by its id.')
    const kith = await openKith()
    try {
      for (const { id: orgId } of await listOrganisations(kith.ownerUrl)) {
        const result = await withOrganisation(kith.app, orgId, async (transaction) => {
          const instruments = [...catalogue, ...(await listMeasures(transaction, orgId))]
          return undoUpload(transaction, orgId, upload, { userId: null, today: today(), instruments })
        })
        if (result.status === 'not-found') continue
        say(`Upload ${upload} is undone: ${result.submissions} submissions taken back.`)
        const versions = Object.values(result.published)
        const { status, submissions, attributes } = result
        const published = versions.length > 0 ? { team: Math.max(...versions) } : {}
        if (values.json)
          printJson({
            upload,
            status,
            submissions: { removed: submissions },
            attributes: { removed: attributes },
            published
          })
        return
      }
      throw new Refusal(`There is no committed upload ${upload}.`)
    } finally {
      await kith.close()
    }
  }
}

export default command
