import type { Kysely } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IdentityDatabase } from '#lib/server/accounts/identityDatabase.ts'
import { insertUser } from '#lib/server/accounts/insertUser.ts'
import { connect } from '#lib/server/database/connect.ts'
import type { KithDatabase, Role } from '#lib/server/database/schema.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { addMember, createOrganisation } from '#lib/server/organisations/createOrganisation.ts'
import { saveCohort } from '#lib/server/organisations/saveCohort.ts'
import { saveDimension } from '#lib/server/organisations/saveDimension.ts'
import { createProgram } from '#lib/server/organisations/saveProgram.ts'
import { type RunningApp, startApp } from '../harness/app.ts'
import { launchChromium, type OpenPage } from '../harness/browser.ts'
import { plainSurvey } from './surveys.ts'
import { expectUsable, oneTimeCode, owner, upload, visit } from './visitor.ts'

const actor = '11111111-1111-4111-8111-111111111111'
const program = (name: string) => ({ name, kind: null, people: '', description: '' })

/** The steps follow one another, at the width of a phone; every page is looked at by axe in light and dark. */
describe('from the first run to the first figures, and the programs behind them', () => {
  let app: RunningApp
  let browser: Browser
  let visitor: OpenPage
  let page: Page
  let home = ''
  beforeAll(async () => {
    app = await startApp()
    browser = await launchChromium()
    visitor = await visit(browser, app, { viewport: { width: 390, height: 844 } })
    page = visitor.page
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
  })

  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const link = (name: string) => page.getByRole('link', { name, exact: true })
  const heading = () => page.getByRole('heading', { level: 1 }).innerText()

  it('goes on from the account to the first program, without a detour', async () => {
    await page.goto(app.origin)
    const entered = { ...owner, code: oneTimeCode(app), organisation: 'Harbour Friends' }
    for (const [name, text] of Object.entries(entered)) await page.locator(`input[name=${name}]`).fill(text)
    await button('Set up').click()
    await page.waitForURL(/\/o\/\d+\/start$/)
    home = page.url().replace('/start', '')
    await expectUsable(page, 'first program')
  })

  it('keeps what was typed and says what is wrong with it', async () => {
    await page.getByLabel('Name', { exact: true }).fill('Friends')
    await page.getByLabel('What kind of program is it?').selectOption('befriending')
    await page.getByLabel('Who is it for?').fill('people aged 60 and over')
    await page.getByLabel('First day').fill('2026-06-01')
    await page.getByLabel('Last day').fill('2026-03-01')
    await button('Go on').click()
    await page.getByText('The last day cannot be before the first.').waitFor()
    expect(await page.getByLabel('Who is it for?').inputValue()).toBe('people aged 60 and over')
    expect(await page.getByLabel('What kind of program is it?').inputValue()).toBe('befriending')
    // The browser itself notes a refused form; that is all it may note.
    visitor.complaints.splice(0)
    await page.getByLabel('Last day').fill('2026-09-01')
    await button('Go on').click()
    await page.waitForURL(/\/start\/next$/)
  })

  it('offers the first file and the sample, side by side', async () => {
    expect(await heading()).toBe('What would you like to do first?')
    expect(await link('Upload your first file').getAttribute('href')).toMatch(/\/uploads\/new$/)
    await expectUsable(page, 'what to do first')
    await link('Look around the sample').click()
    await page.waitForURL(/\/programs$/)
    expect(page.url()).not.toBe(`${home}/programs`)
  })

  it('shows a tour of the sample by links alone, which is left at any time and stays left', async () => {
    await page.locator('main article a').first().click()
    await page.waitForURL(/\/programs\/\d+$/)
    const tour = page.getByRole('complementary', { name: 'A short tour' })
    await expectUsable(page, 'tour')
    await tour.getByRole('link', { name: 'Next' }).press('Enter')
    await tour.getByText('2 of 4').waitFor()
    await tour.getByRole('button', { name: 'Leave the tour' }).press('Enter')
    await link('Take the tour again').waitFor()
    expect(await tour.count()).toBe(0)
    await page.reload()
    expect(await tour.count()).toBe(0)
    await link('Take the tour again').click()
    await tour.getByText('1 of 4').waitFor()
  })

  const done = () =>
    page
      .locator('main section ol li')
      .evaluateAll((steps) => steps.map((step) => /\(done\)/.test(step.textContent ?? '')))

  it('has a list of what is still missing, which grows shorter with each file, until the first figures', async () => {
    await page.goto(`${home}/programs`)
    await page.getByRole('heading', { name: 'On the way to your first figures' }).waitFor()
    expect(await done()).toEqual([true, true, false, false, false])
    await expectUsable(page, 'programs with what is missing')
    for (const wave of ['before', 'after'] as const) {
      await upload(page, `${wave}.csv`, plainSurvey(wave))
      await page.getByLabel('Program', { exact: true }).selectOption('Friends')
      await page.locator('select[name=participant]').selectOption('column:person')
      await page.locator('select[name=wave]').selectOption(wave)
      await button('Check these choices').click()
      await button('Add these answers').click()
      await page.getByRole('heading', { name: '12 rows added' }).waitFor()
      await page.goto(`${home}/programs`)
      if (wave === 'before') expect(await done()).toEqual([true, true, true, false, false])
    }
    expect(await page.getByRole('heading', { name: 'On the way to your first figures' }).count()).toBe(0)
    const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ')
    expect(text).toContain('Of 12 people who answered both times, average loneliness was 2.0 points lower after')
  })

  it('says above the figures what kind of program it is, for whom, and when it runs', async () => {
    await link('Friends').click()
    await page.waitForURL(/\/programs\/\d+$/)
    const head = await page.locator('main header').first().innerText()
    expect(head).toContain('Befriending · people aged 60 and over')
    expect(head.replace(/\s+/g, ' ')).toContain('1 June – 1 September 2026')
  })

  it('gives a program another name and a cohort its people', async () => {
    await link('Change this program').click()
    await page.getByLabel('Name', { exact: true }).fill('Telephone friends')
    await button('Save').click()
    await page.getByText('Saved.').waitFor()
    await expectUsable(page, 'settings of a program')
    await link('All').click()
    await page.waitForURL(/\/cohorts\/\d+$/)
    await page.getByLabel('How many people registered?').fill('a dozen')
    await button('Save').click()
    await page.getByText('Give a whole number, or leave it empty.').waitFor()
    visitor.complaints.splice(0)
    await expectUsable(page, 'a cohort')
    await page.getByLabel('How many people registered?').fill('14')
    await button('Save').click()
    await page.waitForURL(/\/settings\?saved#cohorts$/)
    await link('Telephone friends').click()
    await page.getByText('(14 registered)').waitFor()
  })

  it('says before two programs are joined what will happen, and leads from the one to the other afterwards', async () => {
    const into = page.url()
    await page.goto(`${home}/programs/new`)
    await page.getByLabel('Name', { exact: true }).fill('Phone pals')
    await expectUsable(page, 'new program')
    await button('Make this program').click()
    await page.waitForURL(/\/programs\/\d+$/)
    const from = page.url()
    await page.goto(`${from}/join`)
    await button('See what would happen').click()
    await page.getByText('Joining cannot be taken back.').waitFor()
    expect(await page.locator('main').innerText()).toContain('Files that name Phone pals go to Telephone friends')
    await expectUsable(page, 'what joining does')
    await button('Join Phone pals into Telephone friends').click()
    await page.getByText('The programs are one now.').waitFor()
    await page.goto(`${from}/settings`)
    expect(page.url().replace(/\?.*/, '')).toBe(into)
  })

  it('puts a program in the archive and brings it back', async () => {
    const own = page.url().replace(/\?.*/, '')
    await page.goto(`${own}/settings`)
    await button('Put it in the archive').click()
    await page.waitForURL(/\/programs$/)
    expect(await page.locator('main article').count()).toBe(0)
    await page.getByText('Archived programs').click()
    await expectUsable(page, 'programs with an archive')
    await link('Telephone friends').click()
    await page.getByText('This program is in the archive.').waitFor()
    await page.goto(`${own}/settings`)
    await button('Bring it back from the archive').click()
    await page.waitForURL(own)
    await page.getByText('12 both times').waitFor()
  })

  it('names groups to compare by, in bands that can be moved', async () => {
    await page.goto(`${home}/settings`)
    await expectUsable(page, 'settings')
    await link('Add age').click()
    await page.waitForURL(/preset=age$/)
    await expectUsable(page, 'new dimension')
    await button('Save').click()
    await page.waitForURL(/\/settings\?saved#dimensions$/)
    await link('Age').click()
    await page.getByRole('button', { name: 'Move up: 25 to 44' }).click()
    await page.getByRole('button', { name: 'Move up: Under 25' }).waitFor()
    expect(await page.getByLabel('Band 1').inputValue()).toBe('25 to 44')
    await expectUsable(page, 'dimension')
    await page.getByLabel('Band 1').fill('Under 25')
    await button('Save').click()
    await page.getByText('Name at least two bands').waitFor()
    visitor.complaints.splice(0)
  })

  it('does all of this without a script in the browser', async () => {
    const storageState = await page.context().storageState()
    const { page: plain, close } = await visit(browser, app, { javaScriptEnabled: false, storageState })
    await plain.goto(`${home}/programs/new`)
    await plain.getByLabel('Name', { exact: true }).fill('Tea at four')
    await plain.getByRole('button', { name: 'Make this program' }).click()
    await plain.getByRole('link', { name: 'Change this program' }).click()
    await plain.getByRole('link', { name: 'Add a cohort' }).click()
    await plain.getByLabel('Name of the cohort').fill('Autumn')
    await plain.getByRole('button', { name: 'Save' }).click()
    await plain.getByRole('link', { name: 'Autumn' }).waitFor()
    await plain.getByRole('link', { name: 'Choose the other program' }).click()
    await plain.getByRole('button', { name: 'See what would happen' }).click()
    await plain.getByRole('button', { name: 'Join Tea at four into Telephone friends' }).click()
    await plain.getByText('The programs are one now.').waitFor()
    expect(await plain.locator('main header').first().innerText()).toContain('Autumn')
    await close()
  })

  it('never complained in the console', () => {
    expect(visitor.complaints).toEqual([])
  })

  describe('for others', () => {
    let identity: Kysely<IdentityDatabase>
    let db: Kysely<KithDatabase>
    let orgId = ''
    let own = ''
    let foreign = { orgId: '', program: '', cohort: '' }
    beforeAll(async () => {
      identity = connect<IdentityDatabase>(app.database.identityUrl, 1)
      db = connect<KithDatabase>(app.database.appUrl, 1)
      orgId = home.replace(/.*\//, '')
      own = (await withOrganisation(db, orgId, (t) => t.selectFrom('kith.program').select('id').execute()))[0]?.id ?? ''
      const other = (await createOrganisation(db, { name: 'Somebody else' })).id
      foreign = await withOrganisation(db, other, async (t) => {
        const saved = await createProgram(t, other, program('Secret'), actor)
        const id = saved.outcome === 'saved' ? saved.id : ''
        const words = { name: 'Spring', startsOn: null, endsOn: null, registered: null }
        await saveCohort(t, other, { programId: id, id: null }, words, actor)
        const bands = [
          { id: null, name: 'A' },
          { id: null, name: 'B' }
        ]
        await saveDimension(t, other, null, { name: 'Secret', ordered: false, bands }, actor)
        const [cohort] = await t.selectFrom('kith.cohort').select('id').execute()
        return { orgId: other, program: id, cohort: cohort?.id ?? '' }
      })
    })
    afterAll(async () => {
      await Promise.all([identity?.destroy(), db?.destroy()])
    })

    const post = (who: Page, path: string, form: Record<string, string> = {}) =>
      who.request.post(`${app.origin}${path}`, { headers: { origin: app.origin, accept: 'text/html' }, form })
    const acts = (org: string, id: string, cohort: string) => [
      `/o/${org}/programs/new`,
      `/o/${org}/start`,
      ...['save', 'archive', 'restore'].map((act) => `/o/${org}/programs/${id}/settings?/${act}`),
      `/o/${org}/programs/${id}/join`,
      ...['save', 'delete'].map((act) => `/o/${org}/programs/${id}/cohorts/${cohort}?/${act}`),
      `/o/${org}/programs/${id}/cohorts/new?/save`,
      `/o/${org}/settings?/rename`,
      `/o/${org}/settings/new-dimension`,
      ...['save', 'up', 'delete'].map((act) => `/o/${org}/settings/dimensions/secret?/${act}`),
      `/o/${org}/settings/delete-sample`
    ]
    const form = { name: 'Taken over', into: '1', place: '1', 'band-0': 'A', 'band-1': 'B' }

    it('has nothing of another organisation, under its own address or under one’s own', async () => {
      for (const path of acts(foreign.orgId, foreign.program, foreign.cohort)) {
        expect((await page.request.get(`${app.origin}${path.replace(/\?.*/, '')}`)).status(), path).toBe(404)
        expect((await post(page, path, form)).status(), path).toBe(404)
      }
      const smuggled = acts(orgId, foreign.program, foreign.cohort).filter((path) => /programs\/\d|secret/.test(path))
      for (const path of smuggled) expect((await post(page, path, form)).status(), path).toBe(404)
      const joining = await post(page, `/o/${orgId}/programs/${own}/join`, { into: foreign.program })
      expect(joining.status()).toBe(404)
      const left = await withOrganisation(db, foreign.orgId, (t) =>
        t.selectFrom('kith.program').select(['name', 'archived_at', 'merged_into']).execute()
      )
      expect(left).toEqual([{ name: 'Secret', archived_at: null, merged_into: null }])
    })

    it.each<Role>(['viewer', 'uploader'])('refuses a %s every act, and shows none of them', async (role) => {
      const account = { name: role, email: `${role}@example.org`, password: 'four plain garden words' }
      const userId = await insertUser(identity, account)
      await addMember(db, { orgId, userId, role })
      const before = await withOrganisation(db, orgId, (t) => t.selectFrom('kith.audit').selectAll().execute())
      const other = await visit(browser, app)
      await other.page.goto(`${app.origin}/sign-in`)
      await other.page.getByLabel('E-mail').fill(account.email)
      await other.page.getByLabel('Password').fill(account.password)
      await other.page.getByRole('button', { name: 'Sign in' }).click()
      await other.page.waitForURL(/\/programs$/)
      expect(await other.page.getByRole('link', { name: 'New program' }).count()).toBe(0)
      expect(await other.page.getByRole('link', { name: 'Settings' }).count()).toBe(0)
      for (const path of acts(orgId, own, '1')) expect((await post(other.page, path, form)).status(), path).toBe(403)
      await other.page.goto(`${home}/programs/${own}`)
      expect(await other.page.getByRole('link', { name: 'Change this program' }).count()).toBe(0)
      // Exact counts are for those who handle the answers.
      expect((await other.page.locator('main').innerText()).includes('14 registered')).toBe(role === 'uploader')
      expect(await withOrganisation(db, orgId, (t) => t.selectFrom('kith.audit').selectAll().execute())).toEqual(before)
      await other.close()
    })

    it('lets the sample go in one act, after asking, and one’s own organisation stays', async () => {
      expect((await post(page, `/o/${orgId}/settings/delete-sample`)).status()).toBe(404)
      const sample = await page.locator('.switch a').first().getAttribute('href')
      await page.goto(app.origin + (sample ?? '').replace('programs', 'settings'))
      await page.getByRole('link', { name: 'Delete the sample' }).click()
      await page.waitForURL(/delete-sample$/)
      await expectUsable(page, 'deleting the sample')
      await page.getByRole('button', { name: 'Yes, delete the sample' }).click()
      await page.waitForURL(`${home}/programs`)
      expect((await page.request.get(app.origin + (sample ?? ''))).status()).toBe(404)
      expect(await page.locator('.switch').count()).toBe(0)
      await page.getByRole('link', { name: 'Telephone friends' }).waitFor()
    })
  })
})
