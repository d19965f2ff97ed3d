import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { RunningApp } from '../harness/app.ts'
import { type OpenPage, openPage } from '../harness/browser.ts'

export const owner = { name: 'Robin', email: 'robin@example.org', password: 'four plain garden words' }

/** A page whose every request is watched: nothing may leave this app's own address. */
export async function visit(browser: Browser, app: RunningApp, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const opened = await openPage(browser, options)
  opened.page.setDefaultTimeout(8000)
  opened.page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${app.origin}/`) && !url.startsWith('blob:') && !url.startsWith('data:')) {
      opened.complaints.push(`foreign: ${url}`)
    }
  })
  return opened
}

/** The one-time code, as the operator reads it on the console. */
export function oneTimeCode(app: Pick<RunningApp, 'output'>): string {
  const lines = app.output().split('\n')
  const at = lines.findIndex((line) => line.includes('enter this code'))
  const code = lines[at + 1]?.trim()
  if (at < 0 || !code) throw new Error(`No code was printed:\n${app.output()}`)
  return code
}

/** Makes the first account through the pages; the visitor is signed in after it. */
export async function setUp(page: Page, app: RunningApp, code = oneTimeCode(app)): Promise<void> {
  await page.goto(app.origin)
  await page.getByLabel('One-time code').fill(code)
  await page.getByLabel('Name of your organisation').fill('Harbour Friends')
  await page.getByLabel('Your name').fill(owner.name)
  await page.getByLabel('E-mail').fill(owner.email)
  await page.getByLabel('Password').fill(owner.password)
  await page.getByRole('button', { name: 'Set up' }).click()
}

export async function signIn(page: Page, app: RunningApp): Promise<void> {
  await page.goto(`${app.origin}/sign-in`)
  await page.getByLabel('E-mail').fill(owner.email)
  await page.getByLabel('Password').fill(owner.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/programs$/)
}

/** Chooses a file on the upload page, whose address ends in /uploads/new, and waits for the review. */
export async function upload(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.goto(page.url().replace(/(\/o\/\d+)\/.*$/, '$1/uploads/new'))
  await page
    .getByRole('button', { name: 'Drop a survey export here' })
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
  await page.waitForURL(/\/uploads\/[0-9a-f-]{36}$/)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** What axe finds wrong, as rule and place; in dark only what depends on colours. */
export async function axeFindings(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    const axe = new AxeBuilder({ page })
    const { violations } = await (
      colorScheme === 'dark' ? axe.withRules(['color-contrast', 'link-in-text-block']) : axe
    ).analyze()
    for (const { id, nodes } of violations) {
      for (const { target } of nodes) found.push(`${colorScheme} ${id}: ${target.join(' ')}`)
    }
  }
  return found
}

/** How far the page scrolls sideways, in pixels. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** A page as everybody must be able to use it: nothing for axe in light and dark, no sideways scroll on a phone. */
export async function expectUsable(page: Page, name: string): Promise<void> {
  expect(await axeFindings(page), name).toEqual([])
  const size = page.viewportSize()
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await sidewaysScroll(page), `${name} at 390 px`).toBe(0)
  if (size) await page.setViewportSize(size)
}
