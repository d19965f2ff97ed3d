import { sql } from 'kysely'
import type { Instrument } from '#lib/domain/instruments/instrument.ts'
import { findInstrument } from '#lib/domain/instruments/index.ts'
import type { Arm, CollectedPair, CollectedProgram, CollectedScale } from '#lib/domain/privacy/collectedProgram.ts'
import { type Wave, waveOrder, waveSchema } from '#lib/domain/wave.ts'
import type { InOrganisation } from '../database/withOrganisation.ts'
import { contributorPatterns } from './contributorPatterns.ts'
import { type PairCount, pairCounts } from './pairCounts.ts'
import { type WaveCount, waveCounts } from './waveCounts.ts'

const arms: readonly (Arm | null)[] = [null, 'program', 'comparison']

/**
 * Counts one program: joint counts of every scale and pair of waves, for everybody and for each arm, the levels of each
 * wave, and how the people behind these figures overlap. The person disappears here: what is returned holds counts.
 */
export async function collectProgram(
  transaction: InOrganisation,
  orgId: string,
  program: { id: string; name: string },
  instruments: readonly Instrument[]
): Promise<CollectedProgram> {
  // Rows that this very transaction wrote are unknown to the planner's statistics: it takes them for a handful and would
  // loop over them for minutes. Hash and merge joins cost the same whatever it believes.
  await sql`select set_config('enable_nestloop', 'off', true)`.execute(transaction)
  const levels = await waveCounts(transaction, orgId, program.id)
  const waves = [...new Set(levels.map((level) => waveSchema.parse(level.wave)))]
  waves.sort((a, b) => waveOrder(a) - waveOrder(b))
  const pairs: { to: Wave; cells: PairCount[] }[] = []
  if (waves.includes('before')) {
    for (const to of waves) {
      if (to !== 'before') pairs.push({ to, cells: await pairCounts(transaction, orgId, program.id, to) })
    }
  }
  return {
    id: program.id,
    name: program.name,
    scales: scalesOf(levels, instruments).map((scale) => ({
      ...scale,
      waves: waves
        .map((wave) => ({ wave, scores: scoresOf(levels, scale, wave) }))
        .filter(({ scores }) => scores.length > 0),
      pairs: pairs.flatMap(({ to, cells }) =>
        pairsOf(
          to,
          cells.filter((cell) => cell.instrument === scale.instrument && cell.scale === scale.place)
        )
      )
    })),
    patterns: await contributorPatterns(transaction, orgId, program.id)
  }
}

type ScaleName = Pick<CollectedScale, 'instrument' | 'scale' | 'place' | 'definitionVersion'>

/** The scales that have scores, by instrument, the total first. */
function scalesOf(levels: readonly WaveCount[], instruments: readonly Instrument[]): ScaleName[] {
  const found = new Map<string, ScaleName>()
  for (const { instrument: id, scale: place, version } of levels) {
    const instrument = findInstrument(id, instruments)
    const scale = place === 0 ? 'total' : instrument?.subscales[place - 1]?.id
    if (scale === undefined) continue
    const earlier = found.get(`${id}|${scale}`)
    const definitionVersion = Math.max(version, earlier?.definitionVersion ?? 0)
    found.set(`${id}|${scale}`, { instrument: id, scale, place, definitionVersion })
  }
  return [...found.values()]
}

function scoresOf(levels: readonly WaveCount[], { instrument, place }: ScaleName, wave: Wave) {
  return levels
    .filter((level) => level.instrument === instrument && level.scale === place && level.wave === wave)
    .map(({ score, people }) => ({ score, people }))
}

/** Everybody, then each arm where the program has arms; nothing where only one of the waves was asked. */
function pairsOf(to: Wave, cells: readonly PairCount[]): CollectedPair[] {
  const asked = cells.some((cell) => cell.before !== null) && cells.some((cell) => cell.after !== null)
  if (!asked) return []
  return arms
    .map((arm) => ({ arm, own: arm === null ? cells : cells.filter((cell) => cell.arm === arm) }))
    .filter(({ own }) => own.length > 0)
    .map(({ arm, own }) => ({ from: 'before', to, arm, counts: jointCountsOf(own) }))
}

function jointCountsOf(cells: readonly PairCount[]): CollectedPair['counts'] {
  const counts = new Map<string, PairCount>()
  for (const cell of cells) {
    const key = `${cell.before}|${cell.after}`
    const earlier = counts.get(key)
    counts.set(key, { ...cell, people: cell.people + (earlier?.people ?? 0) })
  }
  const merged = [...counts.values()]
  return {
    pairs: merged.flatMap(({ before, after, people }) =>
      before === null || after === null ? [] : [{ before, after, people }]
    ),
    onlyBefore: merged.flatMap(({ before, after, people }) =>
      before !== null && after === null ? [{ score: before, people }] : []
    ),
    onlyAfter: merged.flatMap(({ before, after, people }) =>
      before === null && after !== null ? [{ score: after, people }] : []
    )
  }
}
