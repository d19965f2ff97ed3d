import { type ChartPicture, chartPicture, type PictureOrigin } from './chartPicture.ts'
import { lightColours as colours } from './lightColours.ts'
import type { Out100, Part } from './out100Marks.ts'
import type { out100Words } from './out100Words.ts'
import { spacedLabels } from './spacedLabels.ts'
import { svgElement, svgText } from './svgElement.ts'

interface Drawn extends PictureOrigin {
  hundred: Out100
  words: ReturnType<typeof out100Words>
}

const cell = 24

/** "Out of 100 people" as a picture of its own. */
export function out100Picture({ hundred, words, ...origin }: Drawn): ChartPicture {
  const places = spacedLabels(
    hundred.blocks.map(({ middle }) => middle),
    1.2,
    [0.6, 9.4]
  )
  const parts = [
    ...hundred.marks.map(({ part, column, row }) => mark(part, (column + 0.5) * cell, (row + 0.5) * cell)),
    ...words.labels.flatMap(({ part, count, name }, index) => {
      const y = (places[index] ?? 0) * cell
      const text = part === 'rest' ? name : `${count} ${name}`
      return [mark(part, 11 * cell, y), svgText(text, { x: 11.8 * cell, y: y + 5 })]
    })
  ]
  const { sentence: title, standFor: subtitle, alternative } = words
  return chartPicture({ ...origin, title, subtitle, alternative, drawing: parts.join(''), height: 10 * cell })
}

/** The same shapes as MarkShape.svelte draws, in their light colours. */
function mark(part: Part, x: number, y: number): string {
  const better = (r: number) => svgElement('circle', { cx: x, cy: y, r, fill: colours.better })
  const worse = (half: number) =>
    svgElement('rect', { x: x - half, y: y - half, width: 2 * half, height: 2 * half, fill: colours.worse })
  if (part === 'better') return better(8)
  if (part === 'worse') return worse(7.25)
  if (part === 'rest') return hatched(x, y)
  const same = svgElement('circle', { cx: x, cy: y, r: 7, fill: 'none', stroke: colours.same, 'stroke-width': 2 })
  return same + (part === 'better-or-same' ? better(3.2) : part === 'same-or-worse' ? worse(3) : '')
}

function hatched(x: number, y: number): string {
  const lines = [-8, 0, 8].map(
    (by) =>
      `M${x - 8 + Math.max(0, by)} ${y + 8 + Math.min(0, by)}L${x + 8 + Math.min(0, by)} ${y - 8 + Math.max(0, by)}`
  )
  return (
    svgElement('rect', { x: x - 8, y: y - 8, width: 16, height: 16, fill: colours['hatch-fill'] }) +
    svgElement('path', { d: lines.join(''), stroke: colours['hatch-line'], 'stroke-width': 1.5 })
  )
}
