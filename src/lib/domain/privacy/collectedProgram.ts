import type { JointCounts } from '../statistics/jointCounts.ts'
import type { Wave } from '../wave.ts'
import type { ContributorPattern } from './contributors.ts'

/** Everything that is counted of one program, before disclosure control. Holds no person, and is never shown. */
export interface CollectedProgram {
  id: string
  name: string
  scales: CollectedScale[]
  /** By the names of `pairFigure` and `waveFigure`. */
  patterns: ContributorPattern[]
}

/** One scale of one instrument: `total`, or a subscale. */
export interface CollectedScale {
  instrument: string
  scale: string
  /** 0 for the total, else the subscale's place from 1. */
  place: number
  definitionVersion: number
  pairs: CollectedPair[]
  waves: { wave: Wave; scores: { score: number; people: number }[] }[]
}

export interface CollectedPair {
  from: Wave
  to: Wave
  /** null: everybody. */
  arm: Arm | null
  counts: JointCounts
}

export type Arm = 'program' | 'comparison'

/** The name under which contributors to one pair panel are counted; `none` are those without an arm. */
export function pairFigure(
  { instrument, place }: { instrument: string; place: number },
  to: Wave,
  arm: Arm | 'none' | null
): string {
  return [instrument, place, to, arm ?? 'all'].join('|')
}

/** The name under which contributors to one wave's level are counted. */
export function waveFigure({ instrument, place }: { instrument: string; place: number }, wave: Wave): string {
  return [instrument, place, wave].join('|')
}
