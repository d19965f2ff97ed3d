import { type ChartPicture, chartPicture, type PictureOrigin, pictureWidth } from './chartPicture.ts'
import { distributionPlaces, inRow } from './distributionPlaces.ts'
import type { DistributionRows } from './distributionRows.ts'
import type { DistributionWords } from './distributionWords.ts'
import { lightColours as colours } from './lightColours.ts'
import { svgElement, svgText } from './svgElement.ts'

interface Drawn extends PictureOrigin {
  title: string
  drawn: DistributionRows
  words: DistributionWords
}

const em = 15
const middle = pictureWidth / 2
const gutter = 60
const bar = 210

/** The Distribution chart as a picture of its own. */
export function distributionPicture({ title, drawn, words, ...origin }: Drawn): ChartPicture {
  const places = distributionPlaces(drawn.rows.length, words.ends, 90)
  const centred = { x: middle, 'text-anchor': 'middle' }
  const quiet = { fill: colours['ink-2'], 'font-size': 14 }
  const parts = [
    svgText(words.ends.first, { ...centred, ...quiet, y: (places.first + 1) * em }),
    svgText(words.ends.last, { ...centred, ...quiet, y: (places.last + 1) * em }),
    ...words.rows.map(({ label }, index) =>
      svgText(label, { ...centred, y: (places.row(index) + inRow.baseline) * em, 'font-weight': 600 })
    ),
    ...(['before', 'after'] as const).flatMap((side) => half(side))
  ]
  const { alternative, subtitle } = words
  return chartPicture({ ...origin, title, subtitle, alternative, drawing: parts.join(''), height: places.height * em })

  function half(side: 'before' | 'after'): string[] {
    const sign = side === 'before' ? -1 : 1
    const anchor = side === 'before' ? 'end' : 'start'
    const x = (length: number) => middle + sign * (gutter + length)
    const [top, bottom] = [places.top * em, places.bottom * em]
    return [
      svgText(side === 'before' ? words.from : words.to, {
        x: x(0),
        y: places.heading * em,
        'text-anchor': anchor,
        'font-weight': 600
      }),
      ...drawn.ticks.flatMap((tick) => {
        const at = x((tick / drawn.axisEnd) * bar)
        return [
          svgElement('line', { x1: at, x2: at, y1: top, y2: bottom, stroke: tick === 0 ? colours.axis : colours.grid }),
          svgText(words.percent(tick), { ...quiet, x: at, y: places.ticks * em, 'text-anchor': 'middle' })
        ]
      }),
      ...drawn.rows.flatMap((row, index) => {
        const length = (row[side] / 100) * bar
        const look =
          side === 'before'
            ? { fill: colours.ground, stroke: colours.before, 'stroke-width': 2 }
            : { fill: colours.after }
        return [
          svgElement('rect', {
            x: Math.min(x(0), x(length)),
            y: (places.row(index) + inRow.bar.top) * em,
            width: length,
            height: inRow.bar.height * em,
            ...look
          }),
          svgText(words.rows[index]?.[side] ?? '', {
            x: x(length + 6),
            y: (places.row(index) + inRow.baseline) * em,
            'text-anchor': anchor
          })
        ]
      })
    ]
  }
}
