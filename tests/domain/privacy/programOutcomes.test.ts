import { describe, expect, it } from 'vitest'
import { catalogue } from '#lib/domain/instruments/index.ts'
import { type CollectedProgram, pairFigure } from '#lib/domain/privacy/collectedProgram.ts'
import { policy } from '#lib/domain/privacy/policy.ts'
import { programOutcomes } from '#lib/domain/privacy/programOutcomes.ts'
import type { JointCounts } from '#lib/domain/statistics/jointCounts.ts'

type Cells = [before: number, after: number, people: number][]

/** A program with UCLA-3 before and after, nobody missing. */
function program(cells: Cells, { only = 0 } = {}): CollectedProgram {
  const scale = { instrument: 'ucla-3', scale: 'total', place: 0, definitionVersion: 1 }
  const counts: JointCounts = {
    pairs: cells.map(([before, after, people]) => ({ before, after, people })),
    onlyBefore: only > 0 ? [{ score: 5, people: only }] : [],
    onlyAfter: []
  }
  const people = cells.reduce((sum, [, , count]) => sum + count, 0)
  const figure = pairFigure(scale, 'after', null)
  return {
    id: '1',
    name: 'Calls',
    scales: [{ ...scale, waves: [], pairs: [{ from: 'before', to: 'after', arm: null, counts }] }],
    patterns: [{ figures: [figure], people }]
  }
}

const varied = (people: number): Cells =>
  Array.from({ length: people }, (_, index) => [3 + (index % 7), 3 + ((index * 3 + 1) % 6), 1])

const team = policy('team')
const panelOf = (collected: CollectedProgram) => programOutcomes(collected, catalogue, team)[0]?.pairs[0]

describe('what a program may show its team', () => {
  it('shows five people who answered differently', () => {
    expect(panelOf(program(varied(5)))?.people).toEqual({ state: 'shown', paired: 5, onlyFrom: 0, onlyTo: 0 })
  })

  it('answers alike for four people, for three, and for enough people with alike answers', () => {
    const four = JSON.stringify(panelOf(program(varied(4))))
    expect(JSON.stringify(panelOf(program(varied(3))))).toBe(four)
    expect(
      JSON.stringify(
        panelOf(
          program([
            [5, 4, 9],
            [6, 5, 1]
          ])
        )
      )
    ).toBe(four)
    expect(four).not.toMatch(/\d/)
  })

  it('gives no figure with more digits than it was rounded to', () => {
    const text = JSON.stringify(panelOf(program(varied(30), { only: 3 })))
    expect(text).not.toMatch(/\.\d{3}/)
  })

  it('refuses a threshold under the lowest', () => {
    expect(() => policy('team', 4)).toThrow('at least 5')
    expect(() => policy('shared', 9)).toThrow('at least 10')
  })
})

describe('arms of a program', () => {
  const scale = { instrument: 'ucla-3', scale: 'total', place: 0, definitionVersion: 1 }
  const counts = (cells: Cells): JointCounts => ({
    pairs: cells.map(([before, after, people]) => ({ before, after, people })),
    onlyBefore: [],
    onlyAfter: []
  })

  /** Two arms of a program, and everybody together. */
  function withArms(arms: Record<'program' | 'comparison', Cells>): CollectedProgram {
    const people = (cells: Cells) => cells.reduce((sum, [, , count]) => sum + count, 0)
    const parts = (['program', 'comparison'] as const).map((arm) => ({ arm, cells: arms[arm] }))
    const all = parts.flatMap(({ cells }) => cells)
    const joined = new Map<string, [number, number, number]>()
    for (const [before, after, count] of all) {
      const earlier = joined.get(`${before} ${after}`)?.[2] ?? 0
      joined.set(`${before} ${after}`, [before, after, earlier + count])
    }
    return {
      id: '1',
      name: 'Calls',
      scales: [
        {
          ...scale,
          waves: [],
          pairs: [
            { from: 'before', to: 'after', arm: null, counts: counts([...joined.values()]) },
            ...parts.map(({ arm, cells }) => ({
              from: 'before' as const,
              to: 'after' as const,
              arm,
              counts: counts(cells)
            }))
          ]
        }
      ],
      patterns: parts.map(({ arm, cells }) => ({
        figures: [pairFigure(scale, 'after', null), pairFigure(scale, 'after', arm)],
        people: people(cells)
      }))
    }
  }

  const panels = (arms: Parameters<typeof withArms>[0]) =>
    programOutcomes(withArms(arms), catalogue, team)[0]?.pairs ?? []

  it('hide their shares where one of them is one person who got worse', () => {
    // Reliable change on UCLA-3 is three points or more: 8 of 20 worse in the program, 1 of 20 in the comparison.
    const program: Cells = [
      [3, 6, 4],
      [4, 8, 4],
      [6, 6, 4],
      [5, 5, 4],
      [9, 5, 4]
    ]
    const comparison: Cells = [
      [3, 6, 1],
      [5, 5, 6],
      [6, 6, 6],
      [7, 7, 3],
      [9, 5, 4]
    ]
    const [everybody, ...arms] = panels({ program, comparison })
    expect(everybody?.shares.state).toBe('shown')
    expect(arms.map(({ change, shares }) => [change.state, shares.state])).toEqual([
      ['shown', 'withheld'],
      ['shown', 'withheld']
    ])
  })

  it('are all withheld where the answers of one are alike', () => {
    const [everybody, ...arms] = panels({
      program: varied(20),
      comparison: [
        [5, 4, 9],
        [6, 7, 1]
      ]
    })
    expect(everybody?.change.state).toBe('shown')
    expect(arms.map(({ change }) => change.state)).toEqual(['withheld', 'withheld'])
  })

  it('are shown whole where each can be', () => {
    const cells: Cells = [
      [3, 6, 4],
      [4, 8, 4],
      [6, 6, 4],
      [5, 5, 4],
      [9, 5, 4]
    ]
    expect(panels({ program: cells, comparison: cells }).map(({ shares }) => shares.state)).toEqual([
      'shown',
      'shown',
      'shown'
    ])
  })
})
