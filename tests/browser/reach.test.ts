import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onPool, openPool } from '#lib/server/database/connect.ts'
import type { KithDatabase } from '#lib/server/database/schema.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { createOrganisation } from '#lib/server/organisations/createOrganisation.ts'
import { programByName } from '#lib/server/organisations/programs.ts'
import { type RunningApp, startApp } from '../harness/app.ts'
import { launchChromium, type OpenPage } from '../harness/browser.ts'
import { plainSurvey } from './surveys.ts'
import { axeFindings, setUp, signIn, visit } from './visitor.ts'

/** What can be acted on in a page and is not hidden in a closed part of it. */
const actable = 'a[href], button, input:not([type=hidden]), select, textarea, summary'

/** Presses Tab from the top of the page until the focus leaves it; returns what was reached, and what had no visible focus. */
async function tabbedThrough(page: Page): Promise<{ missed: string[]; unseen: string[] }> {
  await page.evaluate((selector) => {
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
    for (const [place, element] of [...document.querySelectorAll<HTMLElement>(selector)].entries()) {
      element.dataset.place = String(place)
    }
  }, actable)
  const reached = new Set<string>()
  const unseen: string[] = []
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element === document.body) return null
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      const seen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
      return { place: element.dataset.place ?? '', seen, name: element.outerHTML.slice(0, 120) }
    })
    if (!focused || reached.has(focused.place)) break
    reached.add(focused.place)
    if (!focused.seen) unseen.push(focused.name)
  }
  const missed = await page.evaluate(
    ([selector, places]) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter((element) => element.checkVisibility() && !element.matches(':disabled'))
        // One radio of a group takes the focus; the arrows move within it.
        .filter((element) => !element.matches('input[type=radio]:not(:checked)'))
        .filter((element) => !places.includes(element.dataset.place ?? ''))
        .map((element) => element.outerHTML.slice(0, 120)),
    [actable, [...reached]] as const
  )
  return { missed, unseen }
}

describe('who may reach what, and how', () => {
  let app: RunningApp
  let browser: Browser
  let visitor: OpenPage
  let page: Page
  let home: string
  let foreign: { orgId: string; program: string }
  beforeAll(async () => {
    app = await startApp()
    browser = await launchChromium()
    visitor = await visit(browser, app)
    page = visitor.page
    await setUp(page, app)
    await page.waitForURL(/\/o\/\d+\/start$/)
    home = page.url().replace('/start', '')
    const pool = openPool(app.database.appUrl, 1)
    const db = onPool<KithDatabase>(pool)
    const { id: orgId } = await createOrganisation(db, { name: 'Somebody else' })
    const program = await withOrganisation(db, orgId, (transaction) =>
      programByName(transaction, orgId, 'Secret', true)
    )
    foreign = { orgId, program: program?.id ?? '' }
    await pool.end()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
  })

  describe('an organisation that one does not belong to', () => {
    it('answers every address of it as if there were none', async () => {
      const { orgId, program } = foreign
      const upload = '00000000-0000-4000-8000-000000000000'
      for (const path of ['programs', `programs/${program}`, 'uploads', 'uploads/new', `uploads/${upload}`]) {
        const there = await page.request.get(`${app.origin}/o/${orgId}/${path}`)
        const nowhere = await page.request.get(`${app.origin}/o/987654/${path}`)
        expect([there.status(), nowhere.status()], path).toEqual([404, 404])
        expect(await there.text(), path).not.toContain('Somebody else')
        // Every answer carries a number of its own for the scripts it may run; nothing else may differ.
        const bare = async (response: typeof there, id: string) =>
          (await response.text()).replace(/nonce="[^"]*"/g, '').replaceAll(`/o/${id}`, '')
        expect(await bare(there, orgId), path).toBe(await bare(nowhere, '987654'))
      }
    })

    it.each(['0', 'abc', '1%27--', '99999999999999999999999'])(
      'is not found by the id %s, and nothing breaks',
      async (id) => {
        expect((await page.request.get(`${app.origin}/o/${id}/programs`)).status()).toBe(404)
      }
    )

    it('takes no file and no act', async () => {
      const { orgId } = foreign
      const headers = { origin: app.origin, 'x-file-name': 'a.csv', 'content-type': 'application/octet-stream' }
      const put = await page.request.put(`${app.origin}/o/${orgId}/uploads/file`, { headers, data: 'code\na\n' })
      expect(put.status()).toBe(404)
      const upload = '00000000-0000-4000-8000-000000000000'
      for (const act of ['map', 'commit', 'drop', 'undo']) {
        const response = await page.request.post(`${app.origin}/o/${orgId}/uploads/${upload}?/${act}`, {
          headers: { origin: app.origin, accept: 'text/html' },
          form: { program: 'Secret' }
        })
        expect(response.status(), act).toBe(404)
      }
    })

    it('answers another’s program under one’s own organisation as if there were none', async () => {
      expect((await page.request.get(`${home}/programs/${foreign.program}`)).status()).toBe(404)
    })
  })

  it('sends somebody who is not signed in to sign in, and back to where they wanted to be', async () => {
    const other = await visit(browser, app)
    await other.page.goto(`${home}/uploads`)
    expect(other.page.url()).toContain('/sign-in?to=')
    await other.page.getByLabel('E-mail').fill('robin@example.org')
    await other.page.getByLabel('Password').fill('four plain garden words')
    await other.page.getByRole('button', { name: 'Sign in' }).click()
    await other.page.waitForURL(`${home}/uploads`)
    expect(other.complaints).toEqual([])
    await other.close()
  })

  it('takes no file from somebody who is not signed in, nor from a page elsewhere', async () => {
    const headers = { 'x-file-name': 'a.csv', 'content-type': 'application/octet-stream' }
    const put = (more: object) =>
      fetch(`${home}/uploads/file`, {
        method: 'PUT',
        headers: { ...headers, ...more },
        body: 'code\na\n',
        redirect: 'manual'
      })
    expect((await put({ origin: app.origin })).status).not.toBe(201)
    const foreignPage = await page.request.put(`${home}/uploads/file`, {
      headers: { ...headers, origin: 'https://evil.example' },
      data: 'code\na\n'
    })
    expect(foreignPage.status()).toBe(403)
    const list = await page.request.get(`${home}/uploads`)
    expect(await list.text()).toContain('Nothing has been uploaded yet')
  })

  it('lets the keyboard alone bring a file in, from the upload page to the figure', async () => {
    // The browser is told early that its dialog for files will be answered here: a key must not come before that.
    const choosing = page.waitForEvent('filechooser', { timeout: 20_000 })
    await page.goto(`${home}/uploads/new`)
    expect(await tabbedThrough(page)).toEqual({ missed: [], unseen: [] })

    const file = page.getByRole('button', { name: 'Drop a survey export here' })
    await file.focus()
    await page.keyboard.press('Enter')
    await (
      await choosing
    ).setFiles({ name: 'Before.csv', mimeType: 'text/csv', buffer: Buffer.from(plainSurvey('before')) })
    await page.waitForURL(/\/uploads\/[0-9a-f-]{36}$/)
    await page.getByRole('button', { name: 'Check these choices' }).waitFor()
    expect(await tabbedThrough(page)).toEqual({ missed: [], unseen: [] })

    await page.getByLabel('Name of the new program').focus()
    await page.keyboard.type('Friends')
    await page.getByLabel('When were these answers given?').focus()
    await page.keyboard.type('before')
    await page.getByLabel('Participant code', { exact: true }).focus()
    await page.keyboard.type('In the column person')
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: 'Check these choices' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('#check').getByText('12 of 12 rows will be used').waitFor()
    await page.getByRole('button', { name: 'Add these answers' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '12 rows added' }).waitFor()
    expect(await tabbedThrough(page)).toEqual({ missed: [], unseen: [] })
  })

  it('takes a file that is dropped anywhere on its zone', async () => {
    await page.goto(`${home}/uploads/new`)
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer()
      data.items.add(new File([text], 'Dropped.csv', { type: 'text/csv' }))
      return data
    }, plainSurvey('after'))
    await page
      .getByRole('group', { name: 'Drop a survey export here' })
      .dispatchEvent('drop', { dataTransfer: transfer })
    await page.waitForURL(/\/uploads\/[0-9a-f-]{36}$/)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      'This looks like a plain table: 12 responses.'
    )
  })

  it('says that an address is nothing, in a page like the others', async () => {
    const stranger = await visit(browser, app)
    await stranger.page.goto(`${app.origin}/nothing-here`)
    expect(await stranger.page.getByRole('heading').first().innerText()).toBe('There is no such page here.')
    expect(await axeFindings(stranger.page)).toEqual([])
    await stranger.close()
  })

  it('leads back in after signing out only through the password', async () => {
    await page.goto(`${home}/programs`)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(/\/sign-in/)
    await page.goto(`${home}/programs`)
    expect(page.url()).toContain('/sign-in')
    await signIn(page, app)
    expect(visitor.complaints).toEqual([])
  })
})
