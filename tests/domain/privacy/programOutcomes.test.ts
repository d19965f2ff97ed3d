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
