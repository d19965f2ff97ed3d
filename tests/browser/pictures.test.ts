import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectFolder } from '#lib/server/dataFolder.ts'
import { examples } from '../../src/routes/charts/examples.ts'
import { launchChromium, openPage } from '../harness/browser.ts'
import { buildGallery, type Gallery } from '../harness/gallery.ts'
import { differentShare } from '../harness/differentShare.ts'
import { moved, pageGeometry } from '../harness/pageGeometry.ts'

/**
 * Every state of the charts against pictures that a person has looked at. Marks and words may not move by more than a
 * pixel or two, nor change their colour (the .txt beside each picture); the pictures themselves are compared coarsely, for
 * browsers smooth edges each in their own way.
 */
const folder = join(projectFolder, 'tests', 'browser', 'pictures')
const accepting = process.env.KITH_ACCEPT_PICTURES === '1'

const onPhones = [
  'Lower is better, and clear',
  'Unclear, 0 to 30',
  'Long names, two decimals',
  'A large change, parts joined',
  'Withheld',
  'Twelve people, three bands'
]

interface View {
  state: string
  width: number
  theme: 'light' | 'dark'
  direction: 'ltr' | 'rtl'
}

const everyday = { theme: 'light', direction: 'ltr' } as const
const views: View[] = [
  ...examples.map(({ name }) => ({ state: name, width: 1280, ...everyday })),
  ...onPhones.map((state) => ({ state, width: 390, ...everyday })),
  { state: 'Lower is better, and clear', width: 320, ...everyday },
  { state: 'Lower is better, and clear', width: 1280, ...everyday, theme: 'dark' },
  { state: 'Tiny, at the left end, nearly all alike', width: 390, ...everyday, theme: 'dark' },
  { state: 'Withheld', width: 1280, ...everyday, theme: 'dark' },
  { state: 'Lower is better, and clear', width: 1280, ...everyday, direction: 'rtl' },
  { state: 'Long names, two decimals', width: 390, ...everyday, direction: 'rtl' }
]

describe('the charts look as they were reviewed', () => {
  let gallery: Gallery
  let browser: Browser

  beforeAll(async () => {
    gallery = await buildGallery()
    browser = await launchChromium()
    await mkdir(folder, { recursive: true })
  })
  afterAll(() => browser?.close())

  it.each(views)('$state ($width px, $theme, $direction)', async (view) => {
    const { page, complaints, close } = await openPage(browser, { viewport: { width: view.width, height: 900 } })
    await gallery.show(page, view.state, view)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(view.width)
    const seen = { picture: await page.screenshot({ fullPage: true }), places: await pageGeometry(page) }
    await close()
    expect(complaints).toEqual([])

    const file = join(folder, fileName(view))
    if (accepting) return keep(file, seen)
    await Promise.all([rm(`${file}.new.png`, { force: true }), rm(`${file}.new.txt`, { force: true })])
    const reviewed = await exists(`${file}.png`)
    const differences = reviewed
      ? moved(await readFile(`${file}.txt`, 'utf8'), seen.places)
      : ['there is no reviewed picture yet']
    const share = reviewed ? await differentShare(browser, await readFile(`${file}.png`), seen.picture) : 0
    if (share > 0.005) differences.push(`${(100 * share).toFixed(2)} % of the picture looks otherwise`)
    if (differences.length === 0) return
    await keep(`${file}.new`, seen)
    throw new Error(
      `${differences.slice(0, 12).join('\n')}\n\nThe new picture is ${file}.new.png. Look at it beside the reviewed one; if the new ` +
        `one is right, accept all with\n  KITH_ACCEPT_PICTURES=1 npx vitest run tests/browser/pictures.test.ts\nand commit what changed.`
    )
  })
})

function fileName({ state, width, theme, direction }: View): string {
  const words = state.toLowerCase().match(/[a-z0-9]+/g) ?? []
  const look = [theme === 'dark' ? 'dark' : '', direction === 'rtl' ? 'rtl' : ''].filter(Boolean)
  return [...words, width, ...look].join('-')
}

async function keep(file: string, { picture, places }: { picture: Uint8Array; places: string }): Promise<void> {
  await Promise.all([writeFile(`${file}.png`, picture), writeFile(`${file}.txt`, places)])
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false
  )
}
