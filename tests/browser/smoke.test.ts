import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type RunningApp } from '../harness/app.ts'
import { findChromium, launchChromium, openPage } from '../harness/browser.ts'

describe('the built app in a real browser', () => {
  let app: RunningApp
  let browser: Browser

  beforeAll(async () => {
    app = await startApp()
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
  })

  it('answers its first visitor with a page that has a name, a language and one heading, and no complaint', async () => {
    const { page, complaints, close } = await openPage(browser)
    const response = await page.goto(app.origin)
    expect(response?.status()).toBe(200)
    expect(await page.title()).toContain('Kith')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('h1').count()).toBe(1)
    await page.waitForLoadState('networkidle')
    expect(complaints).toEqual([])
    await close()
  })

  it('asks for nothing beyond its own address', async () => {
    const { page, close } = await openPage(browser)
    const foreign: string[] = []
    page.on('request', (request) => request.url().startsWith(app.origin) || foreign.push(request.url()))
    await page.goto(app.origin)
    await page.waitForLoadState('networkidle')
    expect(foreign).toEqual([])
    await close()
  })

  it('does not contain a path of the machine that built it', async () => {
    const response = await fetch(app.origin)
    expect(await response.text()).not.toContain(process.cwd())
  })
})

describe('the browser of these tests', () => {
  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'comes with the install where the machine has none',
    async () => {
      const empty = await mkdtemp(join(tmpdir(), 'kith-path-'))
      const program = await findChromium({ PATH: empty })
      expect(program).toContain('unpacked-chromium')
      const browser = await launchChromium({ executablePath: program })
      const page = await browser.newPage()
      await page.setContent(
        '<svg width="10" height="10"><title>a mark</title></svg><p style="color: rgb(1, 2, 3)">Text</p>'
      )
      expect(await page.locator('p').evaluate((element) => getComputedStyle(element).color)).toBe('rgb(1, 2, 3)')
      await browser.close()
      await rm(empty, { recursive: true })
    }
  )

  it('is refused, with its name, when CHROMIUM names no program', async () => {
    await expect(findChromium({ CHROMIUM: '/nowhere/chromium' })).rejects.toThrow('/nowhere/chromium')
  })
})
