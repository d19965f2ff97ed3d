import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../harness/app.ts'
import { launchChromium, type OpenPage } from '../harness/browser.ts'
import { plainSurvey, qualtricsSurvey } from './surveys.ts'
import { expectUsable, owner, setUp, signIn, upload, visit } from './visitor.ts'

/**
 * One person's way from the first start to a figure and back, in a real browser on the built app. The steps follow one
 * another. Every page on the way is looked at by axe in light and dark, at the width of a phone too, and must leave the
 * console silent and the network untouched.
 *
 * The answers are our own: twelve people, UCLA-3 before 89 in all and after 65, so 7.4 and 5.4 on average, 2.0 lower.
 */
describe('from the first start to a figure and back', () => {
  let app: RunningApp
  let browser: Browser
  let visitor: OpenPage
  let page: Page
  beforeAll(async () => {
    app = await startApp()
    browser = await launchChromium()
    visitor = await visit(browser, app)
    page = visitor.page
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
  })

  const heading = () => page.getByRole('heading', { level: 1 }).innerText()
  const finding = 'Of 12 people who answered both times, average loneliness was 2.0 points lower after. That is better'

  /** The page of the program, by way of the list of programs. */
  async function openProgram(name: string): Promise<void> {
    await page.getByRole('link', { name: 'Programs', exact: true }).click()
    await page.waitForURL(/\/programs$/)
    await page.getByRole('link', { name }).click()
    await page.waitForURL(/\/programs\/\d+$/)
    await page.getByRole('heading', { level: 1, name }).waitFor()
  }

  it('asks the first visitor for the code that the console printed, and refuses another', async () => {
    await page.goto(app.origin)
    expect(await heading()).toBe('Set up Kith')
    await expectUsable(page, 'set-up')
    await setUp(page, app, 'not-the-code')
    expect(await page.getByText('This is not the code that the server printed last.').isVisible()).toBe(true)
    expect(await page.getByLabel('Password').inputValue()).toBe('')
    expect(await page.getByLabel('E-mail').inputValue()).toBe(owner.email)
  })

  it('lets the first account in, to an organisation without programs yet', async () => {
    await setUp(page, app)
    await page.waitForURL(/\/o\/\d+\/start$/)
    await page.getByRole('link', { name: 'Skip this for now' }).click()
    await page.getByRole('link', { name: 'Just show me my programs' }).click()
    await page.waitForURL(/\/o\/\d+\/programs$/)
    expect(await page.getByRole('heading', { name: 'On the way to your first figures' }).isVisible()).toBe(true)
    expect(await page.locator('header').first().innerText()).toContain('Harbour Friends')
    await expectUsable(page, 'programs, none yet')
  })

  it('has no set-up page after that, and no code that works', async () => {
    const response = await fetch(`${app.origin}/setup`, { redirect: 'manual' })
    expect(response.status).toBe(404)
  })

  it('signs out, and in again with the password alone', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(/\/sign-in/)
    await expectUsable(page, 'sign-in')
    await page.getByLabel('E-mail').fill(owner.email)
    await page.getByLabel('Password').fill('not the password at all')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('do not match')
    // The browser itself notes a refused form; that is all it may note.
    visitor.complaints.splice(0)
    await signIn(page, app)
    expect(page.url()).toMatch(/\/o\/\d+\/programs$/)
  })

  it('says what it believes an untouched Qualtrics export to be, before anything is kept', async () => {
    await page.getByRole('link', { name: 'Upload a survey file' }).first().click()
    await page.waitForURL(/\/uploads\/new$/)
    await expectUsable(page, 'new upload')
    await upload(page, 'Friends_June.csv', qualtricsSurvey())
    expect(await heading()).toBe('This looks like Qualtrics: 14 responses.')
    const text = await page.locator('main').innerText()
    expect(text).toContain('One response was not finished')
    expect(text).toContain('One response is a preview or a test')
    expect(text).toContain('Choose a program first')
    await expectUsable(page, 'review')
  })

  it('says what a commit would do once a program was named', async () => {
    await page.getByLabel('Name of the new program').fill('Friends')
    await page.getByLabel('Participant code', { exact: true }).selectOption('column:Code')
    await page.getByRole('button', { name: 'Check these choices' }).click()
    const check = page.locator('#check')
    await check.getByText('12 of 14 rows will be used').waitFor()
    expect(await check.innerText()).toContain('12 of 12 people are matched')
    await expectUsable(page, 'review with its check')
  })

  it('adds the answers and says what was added and matched', async () => {
    await page.getByRole('button', { name: 'Add these answers' }).click()
    await page.getByRole('heading', { name: '12 rows added' }).waitFor()
    expect(await heading()).toBe('12 rows added, 0 set aside, 12 people matched')
    await expectUsable(page, 'done')
  })

  it('shows the finding as a sentence, and both pictures of it with their tables', async () => {
    await openProgram('Friends')
    const main = page.locator('main')
    expect((await main.innerText()).replace(/\s+/g, ' ')).toContain(finding)
    const pictures = main.getByRole('img')
    const told = await pictures.evaluateAll((images) =>
      images.map((image) => image.getAttribute('aria-label') ?? image.textContent ?? '')
    )
    expect(told.some((text) => text.includes('went from 7.4 to 5.4'))).toBe(true)
    expect(told.some((text) => /100 marks stand for 12 people/.test(text))).toBe(true)
    expect(await page.getByText('How was this measured?').count()).toBeGreaterThan(0)
    expect(await page.getByText('This does not show that the program was the reason.').count()).toBeGreaterThan(0)
    await expectUsable(page, 'program')
    for (const summary of await main.locator('summary').all()) await summary.click()
    expect(await main.getByRole('table').count()).toBeGreaterThanOrEqual(2)
    await expectUsable(page, 'program with everything open')
  })

  it('says that the same file was there already, and adds nothing twice', async () => {
    await upload(page, 'Friends_again.csv', qualtricsSurvey())
    await page.getByLabel('Program', { exact: true }).selectOption('Friends')
    await page.getByLabel('Participant code', { exact: true }).selectOption('column:Code')
    await page.getByRole('button', { name: 'Check these choices' }).click()
    await page.getByText('This very file was added before.').waitFor()
    await page.getByRole('button', { name: 'Add these answers' }).click()
    await page.getByText('so nothing was added twice').waitFor()
    await page.getByRole('link', { name: 'Uploads', exact: true }).first().click()
    await page.waitForURL(/\/uploads$/)
    await page.getByRole('table').waitFor()
    expect(await page.locator('main tbody tr').count()).toBe(1)
    await expectUsable(page, 'uploads')
  })

  it('takes the upload back with one click, and the figure with it', async () => {
    await page.getByRole('link', { name: 'Friends_June.csv' }).click()
    await page.getByRole('button', { name: 'Undo this upload' }).click()
    await page.getByRole('heading', { name: 'This upload is undone' }).waitFor()
    await openProgram('Friends')
    expect(await page.locator('main').innerText()).not.toContain('2.0 points lower')
    expect(await page.getByRole('heading', { name: 'No answers yet' }).isVisible()).toBe(true)
  })

  it('takes one plain file for each wave, once somebody has said who and when', async () => {
    for (const [wave, name] of [
      ['before', 'first'],
      ['after', 'second']
    ] as const) {
      await upload(page, `${name}.csv`, plainSurvey(wave))
      await page.getByLabel('Program', { exact: true }).selectOption('Friends')
      await page.getByLabel('Participant code', { exact: true }).selectOption('none')
      await page.getByRole('button', { name: 'Check these choices' }).click()
      await page.locator('#check').getByText('This cannot be added yet').waitFor()
      expect(await page.locator('#check').innerText()).toContain('before or after')

      await page.getByLabel('Participant code', { exact: true }).selectOption('column:person')
      await page.getByLabel('When were these answers given?').selectOption(wave)
      await page.getByRole('button', { name: 'Check these choices' }).click()
      await page.locator('#check').getByText('12 of 12 rows will be used').waitFor()
      // What is added is what stands on the page: a choice made since the check is shown first.
      await page.getByLabel('When were these answers given?').selectOption('follow-up-1')
      await page.getByRole('button', { name: 'Add these answers' }).click()
      await page.locator('#check').getByText('You changed something since the last check').waitFor()
      await page.getByLabel('When were these answers given?').selectOption(wave)
      await page.getByRole('button', { name: 'Check these choices' }).click()
      await page.waitForURL(/#check$/)
      await page.getByRole('button', { name: 'Add these answers' }).click()
      await page.getByRole('heading', { name: '12 rows added' }).waitFor()
    }
    await openProgram('Friends')
    expect((await page.locator('main').innerText()).replace(/\s+/g, ' ')).toContain(finding)
  })

  it('lists the rows and columns that need somebody, and uses the others', async () => {
    const bad = plainSurvey('before').replace('"P3","3"', '"P3","8"').replace('"P5"', '""')
    await upload(page, 'bad rows.csv', bad)
    await page.getByLabel('Program', { exact: true }).selectOption('new')
    await page.getByLabel('Name of the new program').fill('Walks')
    await page.getByLabel('Participant code', { exact: true }).selectOption('column:person')
    await page.getByLabel('When were these answers given?').selectOption('before')
    await page.getByRole('button', { name: 'Check these choices' }).click()
    await page.getByText('Rows and columns that need you').waitFor()
    const check = await page.locator('#check').innerText()
    expect(check).toContain('10 of 12 rows will be used')
    expect(check).toMatch(/Row 5, column UCLA_1: .*8/)
    expect(check).toMatch(/Row 7, column person: The participant’s code is missing/)
    await expectUsable(page, 'review with problems')
    await page.getByRole('button', { name: 'Forget this file' }).click()
    await page.waitForURL(/\/uploads$/)
    expect(await page.locator('main').innerText()).not.toContain('bad rows.csv')
  })

  it('takes the time from the name of a file that does not say it', async () => {
    await upload(page, 'spring-after.csv', plainSurvey('after'))
    expect(await page.getByLabel('When were these answers given?').inputValue()).toBe('after')
    await page.getByRole('button', { name: 'Forget this file' }).click()
    await page.waitForURL(/\/uploads$/)
  })

  it('says why a file cannot be read, and where', async () => {
    await upload(page, 'broken.csv', `${plainSurvey('before')}P99,"1,2,3\n`)
    expect(await page.locator('main').innerText()).toMatch(
      /This file cannot be read\s+Row 14: A quotation mark opens in this row/
    )
    await expectUsable(page, 'unreadable file')
    await upload(page, 'photo.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))
    expect(await page.locator('main').innerText()).toContain('This is no table of text')
    await page.getByRole('button', { name: 'Forget this file' }).click()
    await page.waitForURL(/\/uploads$/)
  })

  it('shows the sample organisation as a sample, with one program too small to show', async () => {
    await page.getByRole('link', { name: /Riverside Community Network/ }).click()
    await page.getByText('This organisation, its people and its answers are made up').waitFor()
    const text = await page.locator('main').innerText()
    expect(text).toContain('Of 52 people who answered both times')
    expect(text).toContain('Not shown, to protect people’s privacy.')
    await expectUsable(page, 'programs of the sample')
  })

  it('never complained, and asked nobody else for anything', () => {
    expect(visitor.complaints).toEqual([])
  })
})
