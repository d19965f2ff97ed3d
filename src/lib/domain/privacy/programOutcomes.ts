import type { Instrument } from '../instruments/instrument.ts'
import { headlineOrder } from '../instruments/headlineOrder.ts'
import { findInstrument } from '../instruments/index.ts'
import {
  type CollectedPair,
  type CollectedProgram,
  type CollectedScale,
  pairFigure,
  waveFigure
} from './collectedProgram.ts'
import { armPanels, withheldPanel, withoutArm } from './armPanels.ts'
import { acceptedFigures } from './contributors.ts'
import { pairPanel } from './pairPanel.ts'
import type { Policy } from './policy.ts'
import type { Outcome, PairPanel } from './release.ts'
import { scaleFacts } from './scaleFacts.ts'
import { waveLevel } from './waveLevel.ts'

/**
 * What may be shown of one program: an outcome for each scale that has answers, its panels shown or withheld by the
 * policy. Within a construct, figures are accepted in the order total, subscales, arms, levels of single waves, so that
 * what is lost to overlap is what matters least.
 */
export function programOutcomes(
  collected: CollectedProgram,
  instruments: readonly Instrument[],
  policy: Policy
): Outcome[] {
  const scales = collected.scales.flatMap((scale) => {
    const instrument = findInstrument(scale.instrument, instruments)
    return instrument ? [{ scale, instrument }] : []
  })
  const constructs = new Set(scales.map(({ instrument }) => instrument.construct))
  const accepted = new Set<string>()
  for (const construct of constructs) {
    const own = scales.filter(({ instrument }) => instrument.construct === construct).map(({ scale }) => scale)
    for (const figure of acceptedOf(own, collected, policy.threshold)) accepted.add(figure)
  }
  return scales
    .toSorted((a, b) => headlineOrder(a.instrument.construct) - headlineOrder(b.instrument.construct))
    .map(({ scale, instrument }) => outcome(scale, instrument, accepted))
    .map((own, _, all) => ({ ...own, pairs: own.pairs.map((pair) => besideItsScales(own, pair, all)) }))
}

/**
 * Subscales add up to their total, so what is withheld of one could be worked out from the others (P7): of the parts of
 * a questionnaire all are shown, or only the total.
 */
function besideItsScales(own: Outcome, pair: PairPanel, all: readonly Outcome[]): PairPanel {
  if (own.scale === 'total') return pair
  const same = all
    .filter(({ instrument }) => instrument === own.instrument)
    .flatMap(({ pairs }) => pairs.filter(({ to, arm }) => to === pair.to && arm === pair.arm))
  return same.every(({ change }) => change.state === 'shown') ? pair : withheldPanel(pair)
}

/** Everybody for each scale, then the arms of each pair of waves together with those in no arm, then single waves. */
function acceptedOf(scales: CollectedScale[], { patterns }: CollectedProgram, threshold: number): Set<string> {
  const everybody = scales.flatMap((scale) => wholes(scale).map(({ to }) => [pairFigure(scale, to, null)]))
  const arms = scales.flatMap((scale) =>
    wholes(scale).map(({ to }) => partsOfProgram.map((arm) => pairFigure(scale, to, arm)))
  )
  const levels = scales.flatMap((scale) => scale.waves.map(({ wave }) => [waveFigure(scale, wave)]))
  return acceptedFigures(patterns, [...everybody, ...arms, ...levels], threshold)
}

/** P3: the arms and those in no arm are all of the program, accepted together or not at all. */
const partsOfProgram = ['program', 'comparison', 'none'] as const

function wholes(scale: CollectedScale): CollectedPair[] {
  return scale.pairs.filter(({ arm }) => arm === null)
}

function outcome(scale: CollectedScale, instrument: Instrument, accepted: ReadonlySet<string>): Outcome {
  const facts = scaleFacts(instrument, scale.scale)
  const ends = scale.scale === 'total' ? instrument.scale : undefined
  const pairs = panels(scale, instrument, accepted)
  const matched = scale.pairs.some(({ counts }) => counts.pairs.length > 0)
  return {
    instrument: instrument.id,
    scale: scale.scale,
    name: instrument.name,
    definitionVersion: scale.definitionVersion,
    construct: instrument.construct,
    better: instrument.better,
    range: facts.range,
    ...(ends?.low !== undefined && ends.high !== undefined ? { ends: { low: ends.low, high: ends.high } } : {}),
    // Levels are for people who cannot be matched. Beside a shown change they give away those who left (P6), and where
    // a change is withheld their difference would say it after all (P7), so withheld changes look alike (P10).
    waves: matched
      ? []
      : scale.waves.map((wave) => waveLevel(wave, facts.range, accepted.has(waveFigure(scale, wave.wave)))),
    pairs,
    waiting: pairs.length === 0
  }
}

/** Everybody and each arm, for each pair of waves in turn; arms whole or not at all (P3). */
function panels(scale: CollectedScale, instrument: Instrument, accepted: ReadonlySet<string>): PairPanel[] {
  return scale.pairs
    .filter(({ arm }) => arm === null)
    .flatMap((all, place) => {
      const arms = scale.pairs.filter(({ to, arm }) => to === all.to && arm !== null)
      const panel = (pair: CollectedPair, figure = pairFigure(scale, pair.to, pair.arm)) =>
        pairPanel(pair, instrument, scale.scale, {
          accepted: accepted.has(figure),
          distribution: place === 0 && pair.arm === null && pair === all
        })
      const everybody = panel(all)
      const none = arms.length > 0 ? withoutArm(all, arms) : undefined
      // Who is in no arm has no panel of their own: they only must not be worked out from the others.
      const others = none && panel(none, pairFigure(scale, all.to, 'none'))
      return [
        everybody,
        ...armPanels(
          everybody,
          arms.map((arm) => panel(arm)),
          others
        )
      ]
    })
}
