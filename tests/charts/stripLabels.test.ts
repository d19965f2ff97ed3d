import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeGeometry } from '#lib/charts/changeGeometry.ts'
import { labelShare, stripLabels } from '#lib/charts/stripLabels.ts'

const texts = {
  before: 'before 17.25',
  after: 'after 17.65',
  verdict: '10.25 higher, not clear',
  interval: '95% CI −10.25 to +10.75'
}

describe('stripLabels', () => {
  it('keeps every label inside the strip and the two means apart, on the narrowest phone and on a wide page', () => {
    const score = fc.integer({ min: 0, max: 300 }).map((value) => value / 10)
    const layout = fc.constantFrom<'narrow' | 'wide'>('narrow', 'wide')
    const better = fc.constantFrom<'higher' | 'lower'>('higher', 'lower')
    fc.assert(
      fc.property(score, score, better, layout, (before, after, direction, width) => {
        const change = after - before
        const geometry = changeGeometry({
          range: [0, 30],
          better: direction,
          before,
          after,
          change,
          low: change - 1,
          high: change + 1
        })
        const labels = stripLabels(geometry, texts, width)
        const edges = (name: keyof typeof texts): [number, number] => {
          const share = labelShare(texts[name], width)
          const { at, anchor } = labels[name]
          const left = { start: at, middle: at - share / 2, end: at - share }[anchor]
          return [left, left + share]
        }
        for (const name of ['before', 'after', 'verdict', 'interval'] as const) {
          const [left, right] = edges(name)
          expect(left).toBeGreaterThan(-1e-9)
          expect(right).toBeLessThan(100 + 1e-9)
        }
        const [first, second] = [edges('before'), edges('after')].sort((a, b) => a[0] - b[0])
        expect(first?.[1]).toBeLessThan((second?.[0] ?? 0) + 1e-9)
      })
    )
  })
})
