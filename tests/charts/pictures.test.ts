import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { changeGeometry } from '#lib/charts/changeGeometry.ts'
import { changePicture } from '#lib/charts/changePicture.ts'
import { distributionPicture } from '#lib/charts/distributionPicture.ts'
import { distributionRows } from '#lib/charts/distributionRows.ts'
import { distributionWords } from '#lib/charts/distributionWords.ts'
import { lightColours } from '#lib/charts/lightColours.ts'
import { out100Marks } from '#lib/charts/out100Marks.ts'
import { out100Picture } from '#lib/charts/out100Picture.ts'
import { out100Words } from '#lib/charts/out100Words.ts'
import { releasedExample } from '#lib/server/releases/releasedExample.ts'
import { exampleRelease } from '../../src/routes/charts/examples.ts'

const release = releasedExample(exampleRelease)
const origin = {
  people: '41 people',
  publication: { audience: 'team' as const, publishedOn: '2026-11-14' },
  locale: 'en' as const
}

function first() {
  const outcome = release.outcomes[0]
  const panel = outcome?.pairs[0]
  if (!outcome || panel?.distribution.state !== 'shown' || panel.shares.state !== 'shown')
    throw new Error('the first example shows everything')
  return { outcome, panel, distribution: panel.distribution, shares: panel.shares }
}

function distribution() {
  const { outcome, panel, distribution } = first()
  const drawn = distributionRows(distribution.bands, outcome.better)
  const words = distributionWords({ outcome, panel, drawn, ...origin })
  return distributionPicture({ title: 'Moved & <more>', drawn, words, ...origin }).svg()
}

function out100() {
  const { outcome, shares } = first()
  const hundred = out100Marks(shares)
  return out100Picture({
    hundred,
    words: out100Words({ outcome, shares, blocks: hundred.blocks, ...origin }),
    ...origin
  }).svg()
}

function change() {
  const labels = {
    alternative: 'Before-and-after chart.',
    average: 'Average score',
    axis: 'Change',
    before: 'before 6.1',
    after: 'after 5.2',
    verdict: '0.9 lower, better',
    interval: '95% CI 0.4 to 1.4',
    people: '41 people',
    ends: { left: 'often lonely', right: 'hardly ever lonely' },
    better: 'better',
    worse: 'worse',
    scaleNumber: String,
    changeNumber: String
  }
  const geometry = changeGeometry({
    range: [3, 9],
    better: 'lower',
    before: 6.1,
    after: 5.2,
    change: -0.9,
    low: -1.4,
    high: -0.4
  })
  return changePicture({
    title: 'Loneliness fell',
    subtitle: undefined,
    geometry,
    sure: true,
    labels,
    key: 'Line',
    ...origin
  }).svg()
}

describe.each([
  ['Change', change],
  ['Out of 100', out100],
  ['Distribution', distribution]
])('the picture of %s', (_, picture) => {
  const svg = picture()

  it('says its title, n, date and privacy by itself', () => {
    expect(svg).toMatch(/<title>.+<\/title>/)
    for (const said of ['41 people', '14 November 2026', 'one person']) expect(svg).toContain(said)
  })

  it('needs no style sheet, no colour name and no font of the page', () => {
    expect(svg).not.toMatch(/var\(|class=|style=|foreignObject|url\(/)
    expect(svg).toContain('sans-serif')
  })

  it('is closed and escaped: as many elements end as begin', () => {
    expect(svg).not.toMatch(/&(?!amp;|lt;|gt;|quot;)|<more>/)
    const opened = svg.match(/<[a-z][^>]*[^/]>/g)?.length
    expect(svg.match(/<\/[a-z]+>/g)?.length).toBe(opened)
  })

  it('shows no number with more digits than the release has, in words', () => {
    const words = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, said]) => said).join(' ')
    expect(words).not.toMatch(/\.\d{2}/)
  })
})

describe('the colours of pictures', () => {
  it('are the light colours of the pages', () => {
    const css = readFileSync(new URL('../../src/lib/ui/tokens.css', import.meta.url), 'utf8')
    for (const [name, colour] of Object.entries(lightColours))
      expect(css).toContain(`--${name}: light-dark(${colour}, `)
  })
})
