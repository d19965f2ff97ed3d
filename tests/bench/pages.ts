import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectFolder } from '#lib/server/dataFolder.ts'
import { buildIfNeeded } from '../../scripts/build.js'
import { everyPage } from '../browser/everyPage.ts'
import { launchChromium } from '../harness/browser.ts'
import { answer, pageWeight } from '../harness/pageWeight.ts'
import { serveApp } from '../harness/servedApp.ts'

/** The smallest thing that the same server gives without a look at any database. */
const reference = '/favicon.svg'

/**
 * What each page weighs, and how long its first byte takes beside a small file of the same server, asked for in turn
 * with it: the median of `--size` requests (40) each. The server is the real one with its own database and the sample.
 */
export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { size: { type: 'string', default: '40' } } })
  const times = Math.max(3, Number.parseInt(values.size, 10) || 0)
  buildIfNeeded()
  const app = await serveApp(projectFolder, await mkdtemp(join(tmpdir(), 'kith-bench-')), {})
  const browser = await launchChromium()
  try {
    const context = await browser.newContext()
    const places = await everyPage(await context.newPage(), app)
    const session = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const stranger = await browser.newContext()
    for (const { name, path } of [...places, { name: 'sign-in', path: '/sign-in' }]) {
      const cookie = name === 'sign-in' ? '' : session
      const page = await (name === 'sign-in' ? stranger : context).newPage()
      const weight = await pageWeight(page, app.origin + path, cookie)
      await page.close()
      console.log(JSON.stringify({ bench: 'pages', page: name, ...weight, ...(await timed(path, cookie)) }))
    }
    async function timed(path: string, cookie: string) {
      const [pages, files]: [number[], number[]] = [[], []]
      for (let time = 0; time < times; time++) {
        pages.push((await answer(app.origin + path, cookie)).firstByte)
        files.push((await answer(app.origin + reference, cookie)).firstByte)
      }
      const [page, file] = [median(pages), median(files)]
      return { requestsTimed: times, firstByteMs: round(page), referenceMs: round(file), ratio: round(page / file) }
    }
  } finally {
    await browser.close()
    await app.stop()
  }
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}

function round(number: number): number {
  return Math.round(number * 100) / 100
}
