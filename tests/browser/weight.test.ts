import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../harness/app.ts'
import { launchChromium, type OpenPage } from '../harness/browser.ts'
import { pageWeight, type PageWeight } from '../harness/pageWeight.ts'
import { everyPage } from './everyPage.ts'
import { visit } from './visitor.ts'

const interactive = ['program', 'program of the sample', 'new upload', 'review', 'unreadable file', 'done']

describe('what a page makes a browser fetch', () => {
  let app: RunningApp
  let browser: Browser
  let visitor: OpenPage
  const weights = new Map<string, PageWeight>()
  beforeAll(async () => {
    app = await startApp()
    browser = await launchChromium()
    visitor = await visit(browser, app)
    const places = await everyPage(visitor.page, app)
    const session = (await visitor.page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    for (const { name, path } of places) {
      weights.set(name, await pageWeight(visitor.page, app.origin + path, session))
    }
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
  })

  it('is no script where nothing needs one', () => {
    const without = [...weights].filter(([name]) => ![...interactive, 'no such page'].includes(name))
    expect(without.length).toBeGreaterThan(8)
    expect(without.filter(([, { js }]) => js > 0).map(([name]) => name)).toEqual([])
  })

  it('is the type of its own letters alone: the two Latin files on an English page', () => {
    for (const [name, { fontFiles }] of weights) {
      expect(fontFiles, name).toEqual(['atkinson-hyperlegible-next-latin-wght-normal', 'newsreader-latin-opsz-normal'])
    }
  })

  it('is one file more for another script, served from here', async () => {
    const { page } = visitor
    const scripts = { أهلا: 'vazirmatn-arabic', שלום: 'noto-sans-hebrew', привіт: 'noto-sans-cyrillic-wght' }
    for (const [word, file] of Object.entries(scripts)) {
      await page.goto(`${app.origin}/nowhere`)
      const fetched: string[] = []
      page.on('request', (request) => request.resourceType() === 'font' && fetched.push(request.url()))
      await page.evaluate(async (text) => {
        const paragraph = document.createElement('p')
        paragraph.textContent = text
        document.body.append(paragraph)
        // Type is asked for when the words are drawn.
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
        await document.fonts.ready
      }, word)
      page.removeAllListeners('request')
      const others = fetched.filter((url) => !/newsreader|atkinson/.test(url))
      expect(others).toHaveLength(1)
      expect(others[0]).toContain(`${app.origin}/_app/immutable/assets/${file}`)
    }
  })
})
