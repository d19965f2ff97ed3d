import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../harness/app.ts'
import { launchChromium, type OpenPage } from '../harness/browser.ts'
import { everyPage, type Place } from './everyPage.ts'
import { plainSurvey } from './surveys.ts'
import { axeFindings, sidewaysScroll, visit } from './visitor.ts'

let app: RunningApp
let browser: Browser
let visitor: OpenPage
let stranger: OpenPage
let places: Place[]
beforeAll(async () => {
  app = await startApp()
  browser = await launchChromium()
  visitor = await visit(browser, app)
  stranger = await visit(browser, app)
  places = await everyPage(visitor.page, app)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

/** Every page in turn, on a screen of the given size. */
async function forEveryPage(
  size: { width: number; height: number },
  look: (page: Page, name: string) => Promise<void>
) {
  const all = [...places, { name: 'sign-in', path: '/sign-in' }]
  for (const { name, path } of all) {
    const { page } = name === 'sign-in' ? stranger : visitor
    await page.setViewportSize(size)
    await page.goto(app.origin + path)
    await look(page, name)
  }
}

const openAll = async (page: Page) => {
  for (const summary of await page.locator('main summary:visible').all()) await summary.click()
}

describe('every page', () => {
  it('has nothing that axe finds wrong, in light and in dark, with everything on it open', async () => {
    await forEveryPage({ width: 1280, height: 800 }, async (page, name) => {
      await openAll(page)
      expect(await axeFindings(page), name).toEqual([])
    })
  }, 180_000)

  it('has one heading of the first level, a main part, and a title of its own', async () => {
    const titles: string[] = []
    await forEveryPage({ width: 1280, height: 800 }, async (page, name) => {
      expect(await page.locator('h1').count(), name).toBe(1)
      expect(await page.locator('main').count(), name).toBe(1)
      titles.push(await page.title())
    })
    expect(titles.every((title) => title.length > 4 || title === 'Kith')).toBe(true)
  })

  it('reads as one column of 320 pixels without a scroll sideways, as at 400 % on a small screen', async () => {
    await forEveryPage({ width: 320, height: 640 }, async (page, name) => {
      await openAll(page)
      expect(await wideParts(page), name).toEqual([])
      expect(await sidewaysScroll(page), name).toBe(0)
    })
  })

  it('bears text of twice its size on a narrow screen', async () => {
    await forEveryPage({ width: 640, height: 800 }, async (page, name) => {
      // What the browser's own setting of the size of letters does: every length of ours is in rem.
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
      await openAll(page)
      expect(await sidewaysScroll(page), name).toBe(0)
    })
  })

  it('stays readable where the system chooses the colours, and asks for more contrast', async () => {
    await visitor.page.emulateMedia({ contrast: 'more', forcedColors: 'active' })
    await forEveryPage({ width: 1280, height: 800 }, async (page, name) => {
      if (name !== 'sign-in') expect(await hiddenMarks(page), name).toEqual([])
    })
    await visitor.page.emulateMedia({ contrast: null, forcedColors: null })
  })
})

/** What sticks out beyond the right edge of the screen, and makes it scroll. */
function wideParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth + 1
    if (document.documentElement.scrollWidth <= edge) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > edge)
      .map((element) => element.outerHTML.slice(0, 100))
      .slice(0, 5)
  })
}

/** Shapes of a picture that have neither a fill nor a stroke apart from the ground they lie on. */
function hiddenMarks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ground = getComputedStyle(document.documentElement).backgroundColor
    return [...document.querySelectorAll('main svg :is(circle, rect, path, line)')]
      .filter((mark) => !mark.closest('defs, pattern, marker, clipPath'))
      .filter((mark) => {
        const { fill, stroke } = getComputedStyle(mark)
        return [fill, stroke].every((paint) => paint === 'none' || paint === ground)
      })
      .map((mark) => mark.outerHTML.slice(0, 120))
  })
}

describe('with the keyboard alone', () => {
  const focused = () =>
    visitor.page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return null
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      // The parts of a date are stops of their own inside one field, which the browser itself shows.
      const again = element instanceof HTMLInputElement && element.type === 'date' && 'walked' in element.dataset
      if (element instanceof HTMLElement) element.dataset.walked = ''
      return {
        tag: element.localName,
        name: element.getAttribute('name') ?? element.getAttribute('href') ?? element.textContent?.trim() ?? '',
        ringed: again || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2),
        seen: box.bottom > 0 && box.top < innerHeight && box.width > 0
      }
    })

  /** Presses Tab until the page ends; every stop is seen and ringed. Returns the stops in order. */
  async function walk(): Promise<string[]> {
    const stops: string[] = []
    for (let step = 0; step < 200; step++) {
      await visitor.page.keyboard.press('Tab')
      const stop = await focused()
      if (!stop) return stops
      expect(stop, `stop ${step + 1}`).toMatchObject({ ringed: true, seen: true })
      stops.push(`${stop.tag} ${stop.name}`)
    }
    throw new Error(`The keyboard is caught: ${stops.slice(-6).join(', ')}`)
  }

  const open = async (name: string) => {
    await visitor.page.setViewportSize({ width: 1280, height: 800 })
    await visitor.page.goto(app.origin + (places.find((place) => place.name === name)?.path ?? ''))
  }

  it('every page can be walked through, each stop seen and ringed, the way past the header first', async () => {
    for (const { name } of places.filter(({ name }) => name !== 'no such page')) {
      await open(name)
      const stops = await walk()
      expect(stops[0], name).toBe('a #main')
    }
  }, 120_000)

  it('a file is sent, read, named and added', async () => {
    const { page } = visitor
    await open('new upload')
    await page.waitForLoadState('networkidle')
    const input = page.locator('input[type=file]')
    await input.focus()
    expect(await input.evaluate((element) => element === document.activeElement)).toBe(true)
    const chooser = page.waitForEvent('filechooser')
    await page.keyboard.press('Enter')
    await (
      await chooser
    ).setFiles({ name: 'again.csv', mimeType: 'text/csv', buffer: Buffer.from(plainSurvey('after')) })
    await page.waitForURL(/\/uploads\/[0-9a-f-]{36}$/)
    await page.locator('select[name=program]').focus()
    // In a list that is closed, typing chooses.
    await page.keyboard.type('Friends')
    await page.locator('select[name=participant]').focus()
    await page.keyboard.type('In the column person')
    await page.locator('select[name=wave]').focus()
    await page.keyboard.type('Aft')
    await page.locator('form[action="?/map"] button').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/#check$/)
    expect(await page.locator('select[name=program]').inputValue()).toBe('Friends')
    expect(await page.locator('select[name=wave]').inputValue()).toBe('after')
    await page.locator('#check button[formaction="?/commit"]').focus()
    await page.keyboard.press('Enter')
    await page.locator('form[action="?/undo"]').waitFor()
  })

  it('what stands behind a figure opens and closes again', async () => {
    const { page } = visitor
    await open('program')
    const summary = page.locator('main summary').first()
    await summary.focus()
    for (const [key, state] of [
      ['Enter', true],
      ['Space', false]
    ] as const) {
      await page.keyboard.press(key)
      expect(await summary.evaluate((element) => (element.parentElement as HTMLDetailsElement).open)).toBe(state)
    }
  })
})
