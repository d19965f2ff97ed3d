import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalogue } from '#lib/domain/instruments/index.ts'
import { sampleFiles } from '#lib/sample/sampleFiles.ts'
import { type RunningApp, startApp } from '../harness/app.ts'
import { launchChromium, type OpenPage } from '../harness/browser.ts'
import { pseudoLocales } from '../harness/pseudoLocales.ts'
import { buildPseudoProject, type PseudoProject } from '../harness/pseudoProject.ts'
import { everyPage, given, type Place } from './everyPage.ts'
import { clippedTexts, latinTexts } from './shownTexts.ts'
import { sidewaysScroll, visit } from './visitor.ts'

/** What stands on pages and belongs to no language: names that people, files and questionnaires bear. */
const names = [
  ...[given.organisation, given.program, ...given.files, 'person', 'UCLA'],
  ...['Riverside Community Network (sample)', ...sampleFiles.map(({ program }) => program)],
  ...catalogue.flatMap(({ name, reference, reliability }) => [name, reference, reliability?.source ?? name]),
  // Cohorts: one of the sample, and the one that every program starts with, which is stored under this name.
  ...['Spring 2026', 'Autumn 2026', 'All'],
  // What the test-retest reliability of the Rosenberg scale was measured on, as its source says it.
  'one week, Polish adaptation'
]

let project: PseudoProject
let browser: Browser
beforeAll(async () => {
  project = await buildPseudoProject()
  browser = await launchChromium()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await project?.remove()
})

describe.each(Object.keys(pseudoLocales))('every page in %s', (locale) => {
  let unclaimed: RunningApp
  let app: RunningApp
  let visitor: OpenPage
  let stranger: OpenPage
  const places: (Place & { seenBy: OpenPage })[] = []

  beforeAll(async () => {
    app = await startApp({}, project.folder)
    unclaimed = await startApp({}, project.folder)
    visitor = await visit(browser, app, { viewport: { width: 390, height: 844 } })
    stranger = await visit(browser, unclaimed, { viewport: { width: 390, height: 844 } })
    const cookies = [app, unclaimed].map(({ origin }) => ({ name: 'kith_language', value: locale, url: origin }))
    for (const { page } of [visitor, stranger]) await page.context().addCookies(cookies)
    places.push(
      { name: 'set-up', path: `${unclaimed.origin}/setup`, seenBy: stranger },
      ...(await everyPage(visitor.page, app)).map(({ name, path }) => ({
        name,
        path: app.origin + path,
        seenBy: visitor
      })),
      { name: 'sign-in', path: `${app.origin}/sign-in`, seenBy: stranger }
    )
  }, 180_000)
  afterAll(async () => {
    await visitor?.close()
    await stranger?.close()
    await app?.stop()
    await unclaimed?.stop()
  })

  it('says its language and the side from which it is read', async () => {
    const direction = locale === 'ar-XB' ? 'rtl' : 'ltr'
    for (const { name, path, seenBy } of places) {
      await seenBy.page.goto(path)
      const html = seenBy.page.locator('html')
      expect([await html.getAttribute('lang'), await html.getAttribute('dir')], name).toEqual([locale, direction])
    }
  })

  it('has no word left in English', async () => {
    const found: string[] = []
    for (const { name, path, seenBy } of places) {
      await seenBy.page.goto(path)
      found.push(...(await latinTexts(seenBy.page, names)).map((text) => `${name}: ${text}`))
    }
    expect(found).toEqual([])
  })

  it.each([390, 320])('fits %s pixels without a scroll sideways, and cuts no word off', async (width) => {
    const found: string[] = []
    for (const { page } of [visitor, stranger]) await page.setViewportSize({ width, height: 844 })
    for (const { name, path, seenBy } of places) {
      await seenBy.page.goto(path)
      for (const summary of await seenBy.page.locator('main summary:visible').all()) await summary.click()
      const scroll = await sidewaysScroll(seenBy.page)
      if (scroll > 0) found.push(`${name} scrolls ${scroll} pixels`)
      found.push(...(await clippedTexts(seenBy.page)).map((text) => `${name} cuts off: ${text}`))
    }
    expect(found).toEqual([])
  })
})
