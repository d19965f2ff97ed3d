import type { Page } from 'playwright-core'

/**
 * Every visible mark of a drawing and every piece of visible text, a line each: what it is, its box in whole px (left,
 * top, width, height), its colours (fill and stroke, or that of the text), and its words.
 *
 *     circle.before 930 224 14x14 #fbfaf6/#6b7280
 *     bdi 868 187 71x19 #1b1f24 before 6.1
 */
export async function pageGeometry(page: Page): Promise<string> {
  const lines = await page.evaluate(() => {
    const found: string[] = []
    const hex = (colour: string) => {
      if (colour.startsWith('url')) return 'pattern'
      const channels = colour.match(/[\d.]+/g)?.map(Number) ?? []
      if (!colour.startsWith('rgb') || channels.length !== 3) return colour.replaceAll(' ', '')
      return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
    }
    for (const element of document.querySelectorAll('main *')) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.visually-hidden, defs')) continue
      const isMark = /^(circle|rect|line|path)$/.test(element.localName)
      const words = [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent?.trim() ?? '')
        .join(' ')
        .trim()
      if (!isMark && words === '') continue
      const { x, y, width, height } = element.getBoundingClientRect()
      if (width === 0 && height === 0) continue
      const kinds = [...element.classList].filter((name) => !/^s(velte)?-/.test(name))
      const box = `${Math.round(x)} ${Math.round(y)} ${Math.round(width)}x${Math.round(height)}`
      const { color, fill, stroke } = getComputedStyle(element)
      const inDrawing = element instanceof SVGElement
      const colours = (inDrawing ? [fill, stroke] : [color]).map(hex).join('/')
      found.push(`${[element.localName, ...kinds].join('.')} ${box} ${colours}${words ? ` ${words}` : ''}`)
    }
    return found
  })
  return `${lines.join('\n')}\n`
}

/** Boxes that browsers round each in their own way are still in their place. */
const tolerance = 2

const line = /^(?<kind>\S+) (?<x>-?\d+) (?<y>-?\d+) (?<width>\d+)x(?<height>\d+) (?<said>.*)$/

/** What of a geometry is missing, new, said otherwise or moved, in words; nothing where both are alike. */
export function moved(reviewed: string, seen: string): string[] {
  const [before, after] = [reviewed, seen].map((text) => text.trimEnd().split('\n'))
  if (!before || !after) return []
  const found: string[] = []
  if (before.length !== after.length) found.push(`${after.length} marks and words, ${before.length} were reviewed`)
  before.forEach((was, index) => {
    const is = after[index]
    if (is === undefined || !alike(was, is)) found.push(`was: ${was}\n now: ${is ?? 'nothing'}`)
  })
  return found
}

function alike(one: string, other: string): boolean {
  const [a, b] = [line.exec(one)?.groups, line.exec(other)?.groups]
  if (!a || !b || a.kind !== b.kind || a.said !== b.said) return one === other
  return ['x', 'y', 'width', 'height'].every((side) => Math.abs(Number(a[side]) - Number(b[side])) <= tolerance)
}
