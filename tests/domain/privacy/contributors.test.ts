import { describe, expect, it } from 'vitest'
import { acceptedFigures, contributors, setDifference } from '#lib/domain/privacy/contributors.ts'

describe('one contributor set per variable and node (docs/privacy.md, P6)', () => {
  const patterns = [
    { figures: ['everybody before', 'pairs'], people: 30 },
    { figures: ['everybody before'], people: 1 }
  ]

  it('counts people once, however many figures they stand behind', () => {
    expect(contributors(patterns, 'everybody before')).toBe(31)
    expect(setDifference(patterns, 'everybody before', 'pairs')).toBe(1)
  })

  it('shows the 30 pairs and not the 31 who answered before: the difference is one person', () => {
    expect(acceptedFigures(patterns, [['pairs'], ['everybody before']], 10)).toEqual(new Set(['pairs']))
  })

  it('shows both where those who differ are enough to be a group of their own', () => {
    const apart = [patterns[0]!, { figures: ['everybody before'], people: 10 }]
    expect(acceptedFigures(apart, [['pairs'], ['everybody before']], 10)).toEqual(
      new Set(['pairs', 'everybody before'])
    )
  })

  it('shows two figures of exactly the same people', () => {
    const same = [{ figures: ['total', 'part'], people: 12 }]
    expect(acceptedFigures(same, [['total'], ['part']], 10)).toEqual(new Set(['total', 'part']))
  })

  it('shows nothing of fewer people than the threshold', () => {
    expect(acceptedFigures([{ figures: ['pairs'], people: 4 }], [['pairs']], 5)).toEqual(new Set())
  })

  it('refuses a third set that the two others leave one person of', () => {
    const people = [
      { figures: ['all', 'one'], people: 10 },
      { figures: ['all', 'other'], people: 9 },
      { figures: ['all'], people: 1 }
    ]
    expect(acceptedFigures(people, [['all'], ['one'], ['other']], 5)).toEqual(new Set(['all', 'one']))
  })

  it('accepts parts together or not at all', () => {
    const parts = [
      { figures: ['all', 'program'], people: 20 },
      { figures: ['all', 'comparison'], people: 4 }
    ]
    expect(acceptedFigures(parts, [['all'], ['program', 'comparison']], 5)).toEqual(new Set(['all']))
  })
})
