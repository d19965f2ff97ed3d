import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../src/lib/ui/tokens.css', import.meta.url), 'utf8')
const everyday = css.slice(0, css.indexOf('@media'))
const pairs = [...everyday.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)]
const tokens = new Map(pairs.map(([, name = '', light = '', dark = '']) => [name, { light, dark }]))

/** Relative luminance and contrast ratio of WCAG 2.2, "contrast ratio" and "relative luminance". */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function ratio(name: string, ground: string, theme: 'light' | 'dark'): number {
  const [colour, under] = [tokens.get(name), tokens.get(ground)]
  if (!colour || !under) throw new Error(`no token is called "${name}" or "${ground}"`)
  return contrast(colour[theme], under[theme])
}

const texts = [
  ['ink', 'ground'],
  ['ink', 'surface'],
  ['ink-2', 'ground'],
  ['ink-2', 'surface'],
  ['ink-2', 'page'],
  ['sure', 'ground'],
  ['unsure', 'ground'],
  ['action', 'ground'],
  ['on-action', 'action'],
  ['caution-text', 'caution-fill'],
  ['problem-text', 'problem-fill'],
  ['problem-text', 'ground'],
  ['success-text', 'success-fill'],
  ['info-text', 'info-fill'],
  ['ink', 'caution-fill'],
  ['ink', 'problem-fill'],
  ['ink', 'success-fill'],
  ['on-seq-1', 'seq-1'],
  ['on-seq-2', 'seq-2'],
  ['on-seq-3', 'seq-3'],
  ['on-seq-4', 'seq-4'],
  ['on-seq-5', 'seq-5']
] as const
const marks = ['axis', 'focus', 'before', 'after', 'sure', 'unsure', 'better', 'same', 'worse', 'hatch-line', 'thread']

describe.each(['light', 'dark'] as const)('the %s colours', (theme) => {
  it.each(texts)('let %s be read on %s (4.5 to 1)', (text, ground) => {
    expect(ratio(text, ground, theme)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(marks)('let %s be seen on the ground (3 to 1)', (mark) => {
    expect(ratio(mark, 'ground', theme)).toBeGreaterThanOrEqual(3)
  })

  it('grow from pale to strong in equal order, each step apart from its neighbour', () => {
    const steps = [1, 2, 3, 4, 5].map((step) => ratio(`seq-${step}`, 'page', theme))
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
    for (const [place, step] of steps.slice(1).entries()) expect(step / (steps[place] ?? 0)).toBeGreaterThan(1.3)
  })

  it('end as strong for worse as for better, and pale between', () => {
    expect(ratio('div-better-2', 'page', theme)).toBeGreaterThanOrEqual(5.7)
    expect(ratio('div-worse-2', 'page', theme)).toBeGreaterThanOrEqual(5.7)
    expect(ratio('div-same', 'page', theme)).toBeLessThan(2)
  })

  it('let hatching be seen on its own fill (3 to 1)', () => {
    expect(ratio('hatch-line', 'hatch-fill', theme)).toBeGreaterThanOrEqual(3)
  })
})

const strong = css.slice(css.indexOf('@media (prefers-contrast: more)'), css.indexOf('@media (forced-colors'))
const strongTokens = new Map(
  [...strong.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }]
  )
)

describe.each(['light', 'dark'] as const)('the %s colours of high contrast', (theme) => {
  const names = ['ink', 'ink-2', 'axis', 'before', 'after', 'sure', 'unsure', 'better', 'same', 'worse']
  it.each([...names, 'action', 'thread', 'caution-text', 'problem-text', 'success-text'])(
    'let %s be seen on their ground (7 to 1)',
    (name) => {
      const [mark, ground] = [strongTokens.get(name), strongTokens.get('ground')]
      expect(contrast(mark?.[theme] ?? '', ground?.[theme] ?? '')).toBeGreaterThanOrEqual(7)
    }
  )
})

describe('the chart colours', () => {
  it('are those that were checked for colour blindness', () => {
    const checked = {
      before: ['#6b7280', '#cbd0d8'],
      unsure: ['#6b7280', '#8e959f'],
      after: ['#0b4f8a', '#5fa8ee'],
      sure: ['#0b4f8a', '#5fa8ee'],
      better: ['#0b5cad', '#7fbbf8'],
      same: ['#7c828c', '#79808a'],
      worse: ['#b3480a', '#f29a52'],
      'seq-1': ['#dce8f4', '#22364a'],
      'seq-2': ['#a9c8e6', '#2c5b87'],
      'seq-3': ['#5f97c9', '#4a90cc'],
      'seq-4': ['#2a6aa6', '#7db8eb'],
      'seq-5': ['#0b3f70', '#bcddfb'],
      'div-better-2': ['#0b4f8a', '#8cc4fa'],
      'div-better-1': ['#5b9bd1', '#2b5f90'],
      'div-same': ['#e9eaec', '#3a4048'],
      'div-worse-1': ['#e39a5c', '#8a4b1c'],
      'div-worse-2': ['#9a3d08', '#f7a866']
    }
    for (const [name, [light, dark]] of Object.entries(checked)) expect(tokens.get(name)).toEqual({ light, dark })
  })
})
