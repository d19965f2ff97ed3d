import { existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openKith } from '#lib/server/openKith.ts'
import { environment, readSettings } from '#lib/server/settings.ts'
import { listOrganisations } from '#lib/server/organisations/listOrganisations.ts'
import { loadSample } from '#lib/server/organisations/loadSample.ts'
import { projectFolder } from '#lib/server/dataFolder.ts'
import { republishOutdated } from '#lib/server/releases/republishOutdated.ts'
import { today } from '#lib/server/today.ts'
import { sweepSpools } from '#lib/server/uploads/spool.ts'
import { atOneAddress, type Handler } from '#lib/server/web/atOneAddress.ts'
import { boundedBodies } from '#lib/server/web/boundedBodies.ts'
import { type Command, printJson, Refusal, say } from './command.ts'

const spoolLifetime = 7 * 24 * 3600 * 1000
const sweepEvery = 3600 * 1000
const drainMilliseconds = 10_000

const command: Command = {
  usage: 'serve [--json]',
  summary: 'Serves the pages; starts and migrates the database, and loads the sample into an empty one.',
  async run(args) {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } })
    const settings = readSettings(environment())
    const { host, port, origin, dataFolder, database, uploadLimitBytes } = settings
    // From here on, so that a signal during the start is not lost: it stops when it has started.
    const stopped = stopSignal()
    // The port first: a second start by mistake ends here, before it touches anything.
    let answer: Handler = starting
    const server = createServer((request, response) => answer(request, response))
    await listening(server, port, host)
    try {
      const kith = await openKith(settings)
      try {
        const organisations = await listOrganisations(kith.ownerUrl)
        if (organisations.length === 0) await loadSample(kith)
        for (const { id } of organisations) await republishOutdated(kith.app, id, today())
        const sweep = () => sweepSpools(kith.spool.folder, new Date(Date.now() - spoolLifetime))
        await sweep()
        setInterval(() => void sweep().catch(() => undefined), sweepEvery).unref()
        // The build reads these when it is loaded: who it is, and how much a request may hold (streams are counted there).
        process.env.ORIGIN = origin
        process.env.BODY_SIZE_LIMIT = String(uploadLimitBytes + 1024)
        answer = atOneAddress(boundedBodies(await builtHandler()), origin)
        // A body that trickles in may take as long as its size needs.
        server.requestTimeout = 30 * 60_000
        say(`\nKith is at ${origin}\n`)
        say('  Sign in:  with your e-mail and password; the first time, with a one-time code, printed above.')
        say(`  Data:     ${database ? 'the database of DATABASE_URL, and ' : ''}${dataFolder}`)
        say('  Stop:     Ctrl-C\n')
        if (values.json) printJson({ origin, dataFolder })
        await stopped
        await closed(server)
      } finally {
        // The pages, a build of their own, hold connections of their own, which this lets go of (see runtime.ts).
        process.emit('sveltekit:shutdown' as 'exit', 0)
        await kith.close()
      }
    } finally {
      if (server.listening) await closed(server)
      say('Kith has stopped.')
    }
  }
}

export default command

/** The built pages. Throws where there is no build yet. */
async function builtHandler(): Promise<Handler> {
  const file = join(projectFolder, 'build', 'handler.js')
  if (!existsSync(file)) {
    throw new Refusal('The pages are not built yet: `npm start` builds and serves, or run `npm run build` first.')
  }
  const { handler } = await import(pathToFileURL(file).href)
  return handler
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      const taken = 'code' in cause && cause.code === 'EADDRINUSE'
      const reason = taken ? `Port ${port} is taken by another program; give another with PORT.` : cause.message
      reject(new Refusal(reason, { cause }))
    })
    server.listen(port, host, resolve)
  })
}

/** Lets what is being answered be answered, for a while. */
async function closed(server: Server): Promise<void> {
  const drained = new Promise<void>((resolve) => server.once('close', resolve))
  server.close()
  server.closeIdleConnections()
  const patience = setTimeout(() => server.closeAllConnections(), drainMilliseconds)
  await drained
  clearTimeout(patience)
}

function starting(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { 'retry-after': '2', 'content-type': 'text/plain' }).end('Kith is starting.\n')
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
