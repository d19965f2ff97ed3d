import type { ChangeGeometry } from './changeGeometry.ts'

export interface Label {
  /** Per cent from the left of the strip: where the label begins, has its middle or ends, by its anchor. */
  at: number
  anchor: 'start' | 'middle' | 'end'
}

export interface StripLabels {
  before: Label
  after: Label
  verdict: Label
  interval: Label
}

/** The narrowest strip of each layout, in em of the chart's text: a phone of 320 px, and the width at which it changes. */
export const narrowest = { narrow: 19.2, wide: 27.7 }

const emPerLetter = 0.56

/** How much of the strip a label takes at the most, per cent. Letters are counted, a little too wide on purpose. */
export function labelShare(text: string, layout: keyof typeof narrowest): number {
  return (100 * (text.length * emPerLetter + 0.6)) / narrowest[layout]
}

/**
 * Labels follow their marks and stay inside the strip. `before` and `after` stand outside of the two dots, back to
 * back, so they cannot meet however near the dots are.
 */
export function stripLabels(
  geometry: ChangeGeometry,
  texts: Record<keyof StripLabels, string>,
  layout: keyof typeof narrowest
): StripLabels {
  const beforeIsLeft = geometry.before <= geometry.after
  const [left, right] = beforeIsLeft ? [texts.before, texts.after] : [texts.after, texts.before]
  const bounded = (at: number) => clamp(at, labelShare(left, layout), 100 - labelShare(right, layout))
  const centred = (text: string): Label => {
    const half = labelShare(text, layout) / 2
    return { at: clamp(geometry.change.dot, half, 100 - half), anchor: 'middle' }
  }
  return {
    before: { at: bounded(geometry.before), anchor: beforeIsLeft ? 'end' : 'start' },
    after: { at: bounded(geometry.after), anchor: beforeIsLeft ? 'start' : 'end' },
    verdict: centred(texts.verdict),
    interval: centred(texts.interval)
  }
}

/** A number at the very end of an axis is written inwards, so that it does not stick out of the page. */
export function tickLabel(at: number): Label {
  return { at, anchor: at < 2 ? 'start' : at > 98 ? 'end' : 'middle' }
}

function clamp(at: number, low: number, high: number): number {
  return low > high ? 50 : Math.min(Math.max(at, low), high)
}
