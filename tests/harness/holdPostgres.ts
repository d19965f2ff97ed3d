import { startEmbedded } from '#lib/server/database/embedded.ts'
import { readKeys } from '#lib/server/keys.ts'

// A process that uses the embedded Postgres of a folder until it is killed; prints where it found it.
const [dataFolder = ''] = process.argv.slice(2)
const { url, alreadyRunning } = await startEmbedded({ dataFolder, keys: await readKeys(dataFolder) })
process.stdout.write(`${JSON.stringify({ url, alreadyRunning })}\n`)
setInterval(() => undefined, 60_000)
