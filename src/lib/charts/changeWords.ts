import { pointDecimals } from '#lib/domain/privacy/rounding.ts'
import type { Outcome, PairPanel } from '#lib/domain/privacy/release.ts'
import type { Released } from '#lib/domain/privacy/released.ts'
import * as m from '#lib/messages/generated/messages.js'
import type { Locale } from '#lib/messages/generated/runtime.js'
import { constructName } from '#lib/ui/constructName.ts'
import { formatNumber } from '#lib/ui/formatNumber.ts'
import { scaleEnd } from '#lib/ui/measureName.ts'
import { changeReading } from './changeReading.ts'
import { outcomeName } from './outcomeName.ts'
import { waveName } from '#lib/ui/waveName.ts'

export type ShownChange = Extract<Released<PairPanel>['change'], { state: 'shown' }>

interface Told {
  outcome: Released<Outcome>
  panel: Released<PairPanel>
  change: ShownChange
  /** "41 people", where it may be said. */
  people: string | undefined
  locale: Locale
}

/** Everything the Change chart says in words: one place, so that labels, table and text alternative agree. */
export function changeWords({ outcome, panel, change, people, locale }: Told) {
  const decimals = pointDecimals(outcome.range)
  const points = (value: number) => formatNumber(value, { locale, decimals })
  const signed = (value: number) => formatNumber(value, { locale, decimals, signed: true })
  const whole = (value: number) => formatNumber(value, { locale, decimals: Number.isInteger(value) ? 0 : 1 })
  const wholeSigned = (value: number) =>
    formatNumber(value, { locale, decimals: Number.isInteger(value) ? 0 : 1, signed: true })
  const reading = changeReading(change, outcome.better)

  const moved = {
    higher: m.charts_higher_by({ points: points(reading.size) }),
    lower: m.charts_lower_by({ points: points(reading.size) }),
    none: m.charts_no_difference()
  }[reading.direction]
  const verdict = {
    better: m.charts_verdict_better({ change: moved }),
    worse: m.charts_verdict_worse({ change: moved }),
    unclear: m.charts_verdict_unclear({ change: moved })
  }[reading.verdict]
  // A sure change is told by its size, since its direction has been said; an unclear one needs both signs.
  const sizes = [Math.abs(change.low), Math.abs(change.high)].sort((a, b) => a - b)
  const [low = 0, high = 0] = reading.sure ? sizes : [change.low, change.high]
  const interval = m.charts_interval(
    reading.sure ? { low: points(low), high: points(high) } : { low: signed(low), high: signed(high) }
  )
  const [min, max] = outcome.range
  const scale = { min: whole(min), max: whole(max) }
  const before = m.charts_mean_at({ wave: waveName(panel.from), mean: points(change.before) })
  const after = m.charts_mean_at({ wave: waveName(panel.to), mean: points(change.after) })
  const alternative = m.charts_change_alt({
    construct: constructName(outcome.construct, locale),
    before: points(change.before),
    after: points(change.after),
    ...scale,
    change: verdict,
    interval,
    people: people ? `${people}.` : ''
  })
  const sentence = reading.sure
    ? m.charts_interval_clear({
        low: points(low),
        high: points(high),
        direction: reading.direction === 'lower' ? m.charts_lower() : m.charts_higher()
      })
    : m.charts_interval_unclear({ low: points(Math.abs(change.low)), high: points(Math.abs(change.high)) })

  const named = (words: string | undefined) => (words ? scaleEnd(words, locale) : '')
  const lowEnd = named(outcome.ends?.low)
  const highEnd = named(outcome.ends?.high)

  return {
    measure: outcomeName(outcome, locale),
    ends: outcome.better === 'higher' ? { left: lowEnd, right: highEnd } : { left: highEnd, right: lowEnd },
    reading,
    before,
    after,
    moved,
    verdict,
    interval,
    scale,
    sentence,
    alternative: alternative.trim(),
    points,
    signed,
    whole,
    wholeSigned
  }
}

export type ChangeWords = ReturnType<typeof changeWords>
