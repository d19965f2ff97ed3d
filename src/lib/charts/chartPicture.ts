import type { Audience } from '#lib/domain/privacy/policy.ts'
import * as m from '#lib/messages/generated/messages.js'
import { formatDate } from '#lib/ui/formatDate.ts'
import { lightColours as colours } from './lightColours.ts'
import { svgElement, svgText } from './svgElement.ts'

/** A chart as a picture of its own, which explains itself wherever it is put. */
export interface ChartPicture {
  width: number
  height: number
  /** SVG; `fontFace` is a rule that brings the typeface along. */
  svg: (fontFace?: string) => string
}

export interface PictureOrigin {
  /** "41 people", where it may be said. */
  people: string | undefined
  publication: { audience: Audience; publishedOn: string }
  locale: string
}

interface Framed extends PictureOrigin {
  title: string
  subtitle: string | undefined
  /** The text alternative. */
  alternative: string
  /** What is drawn, its top left corner at 0, 0; `pictureWidth` wide. */
  drawing: string
  height: number
}

export const pictureWidth = 640
const margin = 32
const family = "'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible Next', 'Noto Sans', system-ui, sans-serif"

/**
 * Title, what is measured, the drawing, then n, date and privacy: all from released values, in light colours that need
 * no style sheet, in plain SVG that any program can open.
 */
export function chartPicture(framed: Framed): ChartPicture {
  const { title, subtitle, alternative, drawing, height: drawn, people, publication, locale } = framed
  const note = m.charts_picture_note({
    people: people ?? m.charts_not_shown(),
    date: formatDate(publication.publishedOn, locale),
    audience: publication.audience === 'team' ? m.charts_picture_team() : m.charts_picture_shared()
  })
  let y = margin
  const text = (words: string, size: number, weight: number, fill: string) =>
    wrapped(words, pictureWidth / (size * 0.53)).map((line) => {
      y += size * 1.35
      return svgText(line, { x: 0, y: y - size * 0.3, 'font-size': size, 'font-weight': weight, fill })
    })
  const head = [...text(title, 20, 600, colours.ink), ...(subtitle ? text(subtitle, 14, 400, colours['ink-2']) : [])]
  const top = y + 20
  y = top + drawn + 12
  const foot = text(note, 13, 400, colours['ink-2'])
  const [width, height] = [pictureWidth + 2 * margin, Math.ceil(y + margin)]
  return {
    width,
    height,
    svg: (fontFace) =>
      svgElement(
        'svg',
        { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' },
        [
          svgElement('title', {}, [plain(title)]),
          svgElement('desc', {}, [plain(alternative)]),
          ...(fontFace ? [svgElement('style', {}, [fontFace])] : []),
          svgElement('rect', { width, height, fill: colours.ground }),
          svgElement(
            'g',
            { transform: `translate(${margin} 0)`, 'font-family': family, 'font-size': 15, fill: colours.ink },
            [...head, svgElement('g', { transform: `translate(0 ${top})` }, [drawing]), ...foot]
          )
        ]
      )
  }
}

function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** Lines of at most so many letters, broken between words. */
export function wrapped(text: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= letters) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}
