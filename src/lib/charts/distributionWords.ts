import { pointDecimals } from '#lib/domain/privacy/rounding.ts'
import { scoreBands } from '#lib/domain/privacy/scoreBands.ts'
import type { Outcome, PairPanel } from '#lib/domain/privacy/release.ts'
import type { Released } from '#lib/domain/privacy/released.ts'
import * as m from '#lib/messages/generated/messages.js'
import type { Locale } from '#lib/messages/generated/runtime.js'
import { formatNumber } from '#lib/ui/formatNumber.ts'
import { scaleEnd } from '#lib/ui/measureName.ts'
import { waveName } from '#lib/ui/waveName.ts'
import type { Band, DistributionRows } from './distributionRows.ts'
import { outcomeName } from './outcomeName.ts'

interface Told {
  outcome: Released<Outcome>
  panel: Released<PairPanel>
  drawn: DistributionRows
  /** "41 people", where it may be said. */
  people: string | undefined
  locale: Locale
}

/** Everything the Distribution chart says in words: one place, so that labels, table and text alternative agree. */
export function distributionWords({ outcome, panel, drawn, people, locale }: Told) {
  const bands = drawn.rows.map(({ band }) => band)
  const whole = bands.every(({ from, to }) => Number.isInteger(from) && Number.isInteger(to))
  const points = (value: number) => formatNumber(value, { locale, decimals: whole ? 0 : pointDecimals(outcome.range) })
  const end = (value: number) => formatNumber(value, { locale, decimals: Number.isInteger(value) ? 0 : 1 })
  const percent = (value: number) => m.charts_distribution_percent({ n: formatNumber(value, { locale }) })
  const label = ({ from, to }: Band) =>
    from === to ? points(from) : m.charts_distribution_band({ from: points(from), to: points(to) })
  const [from, to] = [waveName(panel.from), waveName(panel.to)]
  const rows = bands.map((band) => {
    const name = label(band)
    const scores = band.from === band.to ? m.charts_distribution_score : m.charts_distribution_scores
    const [before, after] = [percent(band.before), percent(band.after)]
    return {
      label: name,
      before,
      after,
      sentence: m.charts_distribution_row({ band: scores({ band: name }), before, after, from, to })
    }
  })
  const [min, max] = outcome.range
  const named = (words: string | undefined) => (words ? scaleEnd(words, locale) : '')
  const [low, high] = [named(outcome.ends?.low), named(outcome.ends?.high)]
  const measure = outcomeName(outcome, locale)
  const told = rows.map(({ sentence }) => sentence).join(' ')
  const alternative = m.charts_distribution_alt({ rows: told, people: people ? `${people}.` : '' })
  return {
    measure,
    rows,
    from,
    to,
    percent,
    /** The words of the scale's ends, above the first row and under the last. */
    ends: outcome.better === 'higher' ? { first: low, last: high } : { first: high, last: low },
    subtitle: m.charts_distribution_subtitle({
      measure,
      min: end(min),
      max: end(max),
      people: people ?? m.charts_distribution_everybody(),
      from,
      to
    }),
    alternative: alternative.trim(),
    joined: bands.length < scoreBands([min, max], whole).bands.length ? m.charts_distribution_joined() : undefined
  }
}

export type DistributionWords = ReturnType<typeof distributionWords>
