import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium, openPage, type OpenPage } from '../harness/browser.ts'
import { buildGallery, type Gallery } from '../harness/gallery.ts'

const clear = 'Lower is better, and clear'

describe('a chart in a real browser', () => {
  let gallery: Gallery
  let browser: Browser
  let open: OpenPage

  beforeAll(async () => {
    gallery = await buildGallery()
    browser = await launchChromium()
    open = await openPage(browser, { viewport: { width: 1280, height: 900 } })
    await gallery.show(open.page, clear)
  })
  afterAll(() => browser?.close())

  const focused = () => open.page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
  const figure = (title: string) => open.page.locator('figure').filter({ hasText: title })
  const readOut = (title: string) => figure(title).locator('.readout p').first().innerText()

  it('is one tab stop, whatever the number of its points', async () => {
    for (const title of ['Average of the same people', 'Out of 100 people', 'How the answers moved']) {
      expect(await figure(title).locator('a[href^="#"]:not([tabindex="-1"])').count()).toBe(1)
    }
  })

  it('is walked with arrows, Home and End, and repeats each point in its read-out', async () => {
    const { page } = open
    await figure('How the answers moved').locator('a[tabindex="0"]').focus()
    expect(await focused()).toBe('Score 9: 10% before, 6% after.')
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe('Score 8: 13% before, 8% after.')
    expect(await readOut('How the answers moved')).toBe('Score 8: 13% before, 8% after.')
    await page.keyboard.press('End')
    expect(await focused()).toBe('Score 3: 8% before, 15% after.')
    await page.keyboard.press('Home')
    expect(await focused()).toBe('Score 9: 10% before, 6% after.')
    expect(await figure('How the answers moved').locator('.keys').isVisible()).toBe(true)
  })

  it('tells its two averages and its change as they stand', async () => {
    const { page } = open
    await figure('Average of the same people').locator('a[tabindex="0"]').focus()
    expect(await focused()).toBe('Average before: 6.1. 41 people.')
    await page.keyboard.press('ArrowRight')
    expect(await focused()).toBe('Average after: 5.2. 41 people.')
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe('Change: 0.9 lower, better. 95% CI 0.4 to 1.4. 41 people.')
  })

  it('is left with Esc, and by Tab for what follows it', async () => {
    const { page } = open
    await figure('Out of 100 people').locator('a[tabindex="0"]').focus()
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
    expect(await readOut('Out of 100 people')).toBe('')
    await page.keyboard.press('Tab')
    expect(await focused()).toContain('Table')
  })

  it('opens who is counted with Enter', async () => {
    const { page } = open
    const who = page.locator('details').filter({ hasText: 'Who is counted' })
    await who.evaluate((details: HTMLDetailsElement) => (details.open = false))
    await figure('Out of 100 people').locator('a[tabindex="0"]').focus()
    await page.keyboard.press('Enter')
    expect(await who.evaluate((details: HTMLDetailsElement) => details.open)).toBe(true)
    expect(await focused()).toBe('Who is counted')
  })

  it('has points that a finger can hit, at least 24 px both ways and 44 px high on a phone', async () => {
    const phone = await openPage(browser, { viewport: { width: 390, height: 800 } })
    await gallery.show(phone.page, clear)
    for (const [page, least] of [
      [open.page, 24],
      [phone.page, 44]
    ] as const) {
      for (const box of await page
        .locator('figure a')
        .evaluateAll((links) => links.map((a) => a.getBoundingClientRect().toJSON()))) {
        expect(box.width).toBeGreaterThanOrEqual(24)
        expect(box.height).toBeGreaterThanOrEqual(least)
      }
    }
    await phone.close()
  })

  it.each(['Average of the same people', 'Out of 100 people', 'How the answers moved'])(
    'gives "%s" along as SVG and PNG that explain themselves',
    async (title) => {
      const save = async (format: string) => {
        const [download] = await Promise.all([
          open.page.waitForEvent('download'),
          figure(title).getByRole('button', { name: format }).click()
        ])
        expect(download.suggestedFilename()).toMatch(new RegExp(`^[a-z0-9-]+\\.${format.toLowerCase()}$`))
        return readFile(await download.path())
      }
      const svg = (await save('SVG')).toString()
      for (const said of ['@font-face', '41 people', '14 November 2026', 'one person']) expect(svg).toContain(said)
      // A file that stands by itself: the browser opens it, and its words lie inside of it.
      const alone = await openPage(browser, { viewport: { width: 720, height: 700 } })
      await alone.page.setContent(svg)
      const outside = await alone.page.evaluate(() => {
        const frame = document.querySelector('svg')?.getBoundingClientRect()
        return [...document.querySelectorAll('svg text')]
          .filter((text) => {
            const box = text.getBoundingClientRect()
            return !frame || box.left < frame.left || box.right > frame.right || box.bottom > frame.bottom
          })
          .map((text) => text.textContent)
      })
      expect(outside).toEqual([])
      await alone.close()

      const png = await save('PNG')
      expect(png.subarray(1, 4).toString()).toBe('PNG')
      expect(png.readUInt32BE(16)).toBe(2 * 704)
      expect(png.length).toBeGreaterThan(20_000)
    }
  )

  it.each(['light', 'dark'] as const)('has nothing that axe complains of (%s)', async (theme) => {
    const { page, close } = await openPage(browser)
    for (const state of [clear, 'Withheld', 'Long names, two decimals', 'Waiting']) {
      await gallery.show(page, state, { theme })
      const { violations } = await new AxeBuilder({ page }).include('main').analyze()
      expect(violations.map(({ id, nodes }) => `${state}: ${id} ${nodes[0]?.html}`)).toEqual([])
    }
    await close()
  })

  it('breaks no rule of the pages about scripts, styles and fonts in all of this', () => {
    expect(open.complaints).toEqual([])
  })
})
