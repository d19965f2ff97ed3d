import { access, constants, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type LaunchOptions, type Page } from 'playwright-core'
import { projectFolder } from '#lib/server/dataFolder.ts'

const onPath = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser']

/**
 * The program of a real Chromium: $CHROMIUM, else one on PATH, else the one that the install brought (Linux, x64),
 * else Playwright's own. Throws with the ways to get one: browser tests are never left out.
 */
export async function findChromium(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  if (env.CHROMIUM) {
    if (await runs(env.CHROMIUM)) return env.CHROMIUM
    throw new Error(`CHROMIUM names ${env.CHROMIUM}, which is not a program.`)
  }
  for (const folder of (env.PATH ?? '').split(delimiter).filter(Boolean)) {
    for (const name of onPath) if (await runs(join(folder, name))) return join(folder, name)
  }
  if (process.platform === 'linux' && process.arch === 'x64') return unpackedChromium()
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  throw new Error(
    'The browser tests need a Chromium and found none. Install Chromium or Chrome, or run ' +
      '`npx playwright-core install chromium`, or name a program in CHROMIUM.'
  )
}

/**
 * Unpacks the Chromium inside @sparticuz/chromium, with the libraries that a bare machine lacks, into node_modules
 * (the package itself would take one name that every user of the machine shares). Returns its program.
 */
async function unpackedChromium(): Promise<string> {
  const { inflate } = await import('@sparticuz/chromium')
  const cache = join(projectFolder, 'node_modules', '.cache')
  const folder = join(cache, 'unpacked-chromium-with-fonts')
  const program = join(folder, 'chromium')
  if (existsSync(program)) return program
  await mkdir(cache, { recursive: true })
  const draft = await mkdtemp(`${folder}-`)
  const before = process.env.TMPDIR
  // Its one way to be told where to unpack.
  process.env.TMPDIR = draft
  try {
    const archives = join(projectFolder, 'node_modules', '@sparticuz', 'chromium', 'bin')
    for (const name of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) {
      await inflate(join(archives, name))
    }
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  // Its own list of fonts names folders of another kind of machine. With none at all it dies on the first <select>.
  await writeFile(
    join(draft, 'fonts', 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>${join(folder, 'fonts')}</dir><dir>/usr/share/fonts</dir>` +
      `<cachedir>${join(folder, 'fonts', 'cache')}</cachedir></fontconfig>`
  )
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }))
  return program
}

/** Flags for root and for a closed network; the sandbox stays on for everybody but root. */
const quiet = [
  ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
  // Letters are as wide as their typeface says, whatever the machine's settings of type.
  '--font-render-hinting=none'
]

export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = options.executablePath ?? (await findChromium())
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet
  return chromium.launch({ args, ...options, executablePath, env: environmentFor(executablePath) })
}

/** The unpacked Chromium finds its libraries and fonts beside itself. */
function environmentFor(program: string): Record<string, string> {
  const env = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]]))
  )
  const libraries = join(program, '..', 'al2023', 'lib')
  if (!existsSync(libraries)) return env
  const found = [libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter)
  return { ...env, LD_LIBRARY_PATH: found, FONTCONFIG_PATH: env.FONTCONFIG_PATH ?? join(program, '..', 'fonts') }
}

export interface OpenPage {
  page: Page
  /** What the browser complained of: errors of scripts, of the console, and requests that failed. */
  complaints: string[]
  close(): Promise<void>
}

/** A page in a fresh browser profile; with a viewport, a language or a colour scheme of its own if wanted. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`))
  page.on('console', (said) => said.type() === 'error' && complaints.push(`console: ${said.text()}`))
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // A page that is left stops loading; that is no failure.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`request: ${request.url()} ${reason}`)
  })
  return { page, complaints, close: () => context.close() }
}

async function runs(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false
  )
}
