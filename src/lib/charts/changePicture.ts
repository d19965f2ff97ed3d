import type { ChangeGeometry, Tick } from './changeGeometry.ts'
import type { ChangeLabels } from './changeLabels.ts'
import { type ChartPicture, chartPicture, type PictureOrigin, pictureWidth, wrapped } from './chartPicture.ts'
import { lightColours as colours } from './lightColours.ts'
import { stripLabels, tickLabel } from './stripLabels.ts'
import { svgElement, svgText } from './svgElement.ts'

interface Drawn extends PictureOrigin {
  title: string
  subtitle: string | undefined
  geometry: ChangeGeometry
  sure: boolean
  labels: ChangeLabels
  /** What the line of an interval means. */
  key: string
}

/** Down the picture, in px: the two strips and what stands about them; the ends of a scale may need several lines. */
function rowsFor({ left, right }: ChangeLabels['ends']) {
  const lines = Math.max(wrapped(left, lettersInEnd).length, wrapped(right, lettersInEnd).length)
  const below = 132 + lines * lineHeight
  const strip = { heading: 15, means: 48, scale: 74, ticks: 98, ends: 122 }
  return { ...strip, changeHeading: below, change: below + 58, sides: below + 106, height: below + 140 }
}

const lettersInEnd = 36
const lineHeight = 18
/** Keeps lines off the words. */
const halo = { 'paint-order': 'stroke', stroke: colours.ground, 'stroke-width': 5, 'stroke-linejoin': 'round' }
const quiet = { fill: colours['ink-2'], 'font-size': 14 }

/** The Change chart as a picture of its own. */
export function changePicture({ title, subtitle, geometry, sure, labels, key, ...origin }: Drawn): ChartPicture {
  const rows = rowsFor(labels.ends)
  const x = (at: number) => (at / 100) * pictureWidth
  const places = stripLabels(geometry, labels, 'wide')
  const certainty = sure ? colours.sure : colours.unsure
  const { before, after, change } = geometry
  const solid = { fill: certainty, stroke: colours.ground, 'stroke-width': 2 }
  const hollow = { fill: colours.ground, stroke: certainty, 'stroke-width': 1.75 }
  const parts = [
    ...[before, after].map((at) => line(x(at), rows.scale, x(at), rows.change, colours.grid)),
    edges(labels.average, labels.people, rows.heading),
    ...ends(labels.ends, rows.ends),
    edges(labels.axis, labels.people, rows.changeHeading),
    edges(`\u2190 ${labels.worse}`, `${labels.better} \u2192`, rows.sides),
    axis(geometry.ticks.wide, rows.scale, labels.scaleNumber),
    axis(geometry.changeTicks.wide, rows.change, labels.changeNumber),
    placed(labels.before, places.before, rows.means),
    placed(labels.after, places.after, rows.means, 650),
    placed(labels.verdict, places.verdict, rows.change - 32, 650),
    placed(labels.interval, places.interval, rows.change - 14),
    thread([x(before), x(after)], rows.scale, certainty, sure),
    svgElement('circle', {
      cx: x(before),
      cy: rows.scale,
      r: 6,
      fill: colours.ground,
      stroke: colours.before,
      'stroke-width': 2.5
    }),
    svgElement('circle', {
      cx: x(after),
      cy: rows.scale,
      r: 7.5,
      fill: colours.after,
      stroke: colours.ground,
      'stroke-width': 2
    }),
    svgElement('line', {
      x1: x(change.zero),
      x2: x(change.zero),
      y1: rows.change - 11,
      y2: rows.change + 6,
      stroke: colours['ink-2'],
      'stroke-width': 2
    }),
    svgElement('rect', {
      x: x(change.from),
      y: rows.change - 3,
      width: x(change.to) - x(change.from),
      height: 6,
      rx: 3,
      ...(sure ? { fill: certainty } : hollow)
    }),
    svgElement('circle', { cx: x(change.dot), cy: rows.change, r: sure ? 6 : 5, ...(sure ? solid : hollow) }),
    svgText(key, { ...quiet, x: 0, y: rows.height - 6 })
  ]
  return chartPicture({
    ...origin,
    title,
    subtitle,
    alternative: labels.alternative,
    drawing: parts.join(''),
    height: rows.height
  })
}

function line(x1: number, y1: number, x2: number, y2: number, stroke: string): string {
  return svgElement('line', { x1, y1, x2, y2, stroke, 'stroke-width': 1.5 })
}

function edges(left: string, right: string, y: number): string {
  return svgText(left, { ...quiet, x: 0, y }) + svgText(right, { ...quiet, x: pictureWidth, y, 'text-anchor': 'end' })
}

function ends({ left, right }: ChangeLabels['ends'], y: number): string[] {
  const written = (words: string, at: { x: number; 'text-anchor'?: string }) =>
    wrapped(words, lettersInEnd).map((text, place) => svgText(text, { ...quiet, ...at, y: y + place * lineHeight }))
  return [...written(left, { x: 0 }), ...written(right, { x: pictureWidth, 'text-anchor': 'end' })]
}

function axis(ticks: readonly Tick[], y: number, text: (value: number) => string): string {
  const marks = ticks.flatMap(({ value, at }) => {
    const x = (at / 100) * pictureWidth
    return [line(x, y - 3, x, y + 3, colours.axis), placed(text(value), tickLabel(at), y + 24, 400, quiet)]
  })
  return line(0, y, pictureWidth, y, colours.axis) + marks.join('')
}

function placed(
  text: string,
  { at, anchor }: ReturnType<typeof tickLabel>,
  y: number,
  weight = 400,
  look = {}
): string {
  return svgText(text, {
    x: (at / 100) * pictureWidth,
    y,
    'text-anchor': anchor,
    'font-weight': weight,
    ...halo,
    ...look
  })
}

function thread([from, to]: readonly [number, number], scale: number, stroke: string, sure: boolean): string {
  const third = (to - from) * 0.3
  const [start, end] = [scale - 9, scale - 28]
  if (Math.abs(to - from) < 24) return ''
  return svgElement('path', {
    d: `M${from} ${start}C${from + third / 3} ${end} ${to - third / 3} ${end} ${to} ${start}m-4.5 -5l4.5 5l4.5 -5`,
    fill: 'none',
    stroke,
    'stroke-width': 2,
    'stroke-linecap': 'round',
    'stroke-dasharray': sure ? undefined : '2 4'
  })
}
