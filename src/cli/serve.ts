import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { openKith } from '#lib/server/openKith.ts'
import { listOrganisations } from '#lib/server/organisations/listOrganisations.ts'
import { loadSample } from '#lib/server/organisations/loadSample.ts'
import { projectFolder } from '#lib/server/dataFolder.ts'
import { sweepSpools } from '#lib/server/uploads/spool.ts'
import { type Command, Refusal, say } from './command.ts'

const spoolLifetime = 7 * 24 * 3600 * 1000
const drainMilliseconds = 10_000

type Handler = (request: IncomingMessage, response: ServerResponse) => void

const command: Command = {
  usage: 'serve',
  summary: 'Serves the pages; starts and migrates the database, and loads the sample into an empty one.',
  async run() {
    const kith = await openKith()
    try {
      const { host, port, origin, dataFolder, database, uploadLimitBytes } = kith.settings
      if ((await listOrganisations(kith.ownerUrl)).length === 0) await loadSample(kith)
      await sweepSpools(kith.spool.folder, new Date(Date.now() - spoolLifetime))
      // The build reads these when it is loaded: who it is, and how much a request may hold (streams are counted there).
      process.env.ORIGIN = origin
      process.env.BODY_SIZE_LIMIT = String(uploadLimitBytes + 1024)
      const server = createServer(atOneAddress(await builtHandler(), origin))
      // A body that trickles in may take as long as its size needs, but headers may not.
      server.requestTimeout = 30 * 60_000
      await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
      say(`\nKith is at ${origin}\n`)
      say(`  Sign in:  with your e-mail and password; the first time, with the one-time code above.`)
      say(`  Data:     ${database ? 'the database of DATABASE_URL, and ' : ''}${dataFolder}`)
      say('  Stop:     Ctrl-C\n')
      await stopSignal()
      server.close()
      const drained = new Promise<void>((resolve) => server.once('close', resolve))
      const patience = setTimeout(() => server.closeAllConnections(), drainMilliseconds)
      server.closeIdleConnections()
      await drained
      clearTimeout(patience)
      // The pages, a build of their own, hold connections of their own, which this lets go of (see runtime.ts).
      process.emit('sveltekit:shutdown' as 'exit', 0)
    } finally {
      await kith.close()
    }
  }
}

export default command

/** The built pages. Throws where there is no build yet. */
async function builtHandler(): Promise<Handler> {
  const file = join(projectFolder, 'build', 'handler.js')
  try {
    const { handler } = await import(pathToFileURL(file).href)
    return handler
  } catch (cause) {
    throw new Refusal('The pages are not built yet: `npm start` builds and serves, or run `npm run build` first.', {
      cause
    })
  }
}

/**
 * Sends whoever comes under another name (127.0.0.1 for localhost) to the one address there is: forms are accepted from
 * it alone, and a name that somebody else points at this server gets nothing.
 */
function atOneAddress(handler: Handler, origin: string): Handler {
  const { host } = new URL(origin)
  return (request, response) => {
    if (request.headers.host === host) return handler(request, response)
    const path = request.url?.startsWith('/') ? request.url : '/'
    response.writeHead(308, { location: origin + path }).end()
  }
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
