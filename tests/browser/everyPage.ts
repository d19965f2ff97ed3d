import type { Page } from 'playwright-core'
import type { ServedApp } from '../harness/servedApp.ts'
import { plainSurvey } from './surveys.ts'
import { oneTimeCode, owner } from './visitor.ts'

/** A page of the app: the name it has in these tests, and its address. */
export interface Place {
  name: string
  path: string
}

/** Names that people gave, which no language translates. */
export const given = {
  organisation: 'Harbour Friends',
  program: 'Friends',
  files: ['before.csv', 'after.csv', 'bad rows.csv', 'broken.csv']
}

/**
 * Sets the server up and uploads enough that every page has something to show, in whatever language the browser asks
 * for: by the names of fields, never by words. Signed in at the end. Returns every page that can be reached then.
 */
export async function everyPage(page: Page, app: ServedApp): Promise<Place[]> {
  await page.goto(`${app.origin}/setup`)
  const entered = { ...owner, code: oneTimeCode(app), organisation: given.organisation }
  for (const [name, text] of Object.entries(entered)) await page.locator(`input[name=${name}]`).fill(text)
  await page.locator('main form button').click()
  await page.waitForURL(/\/o\/\d+\//)
  const base = /\/o\/\d+/.exec(page.url())?.[0] ?? ''
  const programs = `${base}/programs`
  const done: string[] = []
  for (const wave of ['before', 'after'] as const) {
    await send(page, app, base, `${wave}.csv`, plainSurvey(wave))
    await choose(page, wave)
    await page.locator('button[formaction="?/commit"]').click()
    await page.locator('form[action="?/undo"]').waitFor()
    done.push(new URL(page.url()).pathname)
  }
  const bad = plainSurvey('before').replace('"P3","3"', '"P3","8"').replace('"P5"', '""')
  await send(page, app, base, 'bad rows.csv', bad)
  const review = new URL(page.url()).pathname
  await choose(page, 'before')
  await send(page, app, base, 'broken.csv', `${plainSurvey('before')}P99,"1,2,3\n`)
  const unreadable = new URL(page.url()).pathname
  await page.goto(app.origin + programs)
  const program = await page.locator('main article a').first().getAttribute('href')
  const sample = await page.locator('.switch a').first().getAttribute('href')
  await page.goto(app.origin + (sample ?? ''))
  const sampleBase = sample?.replace(/\/programs$/, '') ?? ''
  const sampleProgram = await page.locator('main article a').nth(1).getAttribute('href')
  return [
    { name: 'first program', path: `${base}/start` },
    { name: 'what comes next', path: `${base}/start/next` },
    { name: 'programs', path: programs },
    { name: 'program', path: program ?? '' },
    { name: 'new program', path: `${programs}/new` },
    { name: 'settings of a program', path: `${program}/settings` },
    { name: 'join programs', path: `${program}/join` },
    { name: 'new cohort', path: `${program}/cohorts/new` },
    { name: 'settings', path: `${base}/settings` },
    { name: 'new dimension', path: `${base}/settings/new-dimension` },
    { name: 'uploads', path: `${base}/uploads` },
    { name: 'new upload', path: `${base}/uploads/new` },
    { name: 'review', path: review },
    { name: 'unreadable file', path: unreadable },
    { name: 'done', path: done[1] ?? '' },
    { name: 'programs of the sample', path: sample ?? '' },
    { name: 'program of the sample', path: sampleProgram ?? '' },
    { name: 'deleting the sample', path: `${sampleBase}/settings/delete-sample` },
    { name: 'no such page', path: '/nowhere' }
  ]
}

async function send(page: Page, app: ServedApp, base: string, name: string, content: string): Promise<void> {
  await page.goto(`${app.origin}${base}/uploads/new`)
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
  await page.waitForURL(/\/uploads\/[0-9a-f-]{36}$/)
  await page.locator('h1').waitFor()
}

async function choose(page: Page, wave: string): Promise<void> {
  const program = page.locator('select[name=program]')
  const known = (await program.locator('option').count()) > 2
  await program.selectOption(known ? given.program : 'new')
  if (!known) await page.locator('input[name=new-program]').fill(given.program)
  await page.locator('select[name=participant]').selectOption('column:person')
  await page.locator('select[name=wave]').selectOption(wave)
  await page.locator('form[action="?/map"] button').click()
  await page.waitForURL(/#check$/)
  await page.locator('#check button[formaction="?/commit"]').waitFor()
}
