import type { Instrument } from '#lib/domain/instruments/instrument.ts'
import { pointDecimals } from '#lib/domain/privacy/rounding.ts'
import type { Audience } from '#lib/domain/privacy/policy.ts'
import type { Outcome, PairPanel } from '#lib/domain/privacy/release.ts'
import type { Released } from '#lib/domain/privacy/released.ts'
import * as m from '#lib/messages/generated/messages.js'
import type { Locale } from '#lib/messages/generated/runtime.js'
import { formatDate } from '#lib/ui/formatDate.ts'
import { formatNumber } from '#lib/ui/formatNumber.ts'
import { scaleEnd } from '#lib/ui/measureName.ts'
import { outcomeName } from './outcomeName.ts'

/** When and for whom the figures were published, and how many people they stand for at the least. */
export interface Publication {
  audience: Audience
  publishedOn: string
  version: number
  fewestPeople: number
}

interface Asked {
  outcome: Released<Outcome>
  panel: Released<PairPanel> | undefined
  instrument: Instrument | undefined
  publication: Publication
  locale: Locale
}

/** What a reader who asks "how was this measured?" is told, in the order to be read. */
export function howMeasured(asked: Asked): { name: string; text: string }[] {
  const { outcome, instrument } = asked
  const facts = [
    { name: m.charts_how_instrument(), text: outcomeName(outcome, asked.locale) },
    { name: m.charts_how_range(), text: rangeText(asked) },
    { name: m.charts_how_direction(), text: directionText(outcome) }
  ]
  const defined = instrument ? instrumentFacts(asked, instrument) : []
  return [...facts, ...defined, ...formulas(asked), ...publicationFacts(asked)]
}

function rangeText({ outcome, locale }: Asked): string {
  const [min, max] = outcome.range
  const ends = { min: formatNumber(min, { locale }), max: formatNumber(max, { locale }) }
  if (!outcome.ends) return m.charts_how_range_plain(ends)
  const { low, high } = outcome.ends
  return m.charts_how_range_value({ ...ends, low: scaleEnd(low, locale), high: scaleEnd(high, locale) })
}

function directionText({ better }: Released<Outcome>): string {
  return better === 'lower' ? m.charts_better_is_lower() : m.charts_better_is_higher()
}

function instrumentFacts({ outcome, locale }: Asked, instrument: Instrument): { name: string; text: string }[] {
  const { reliability, missing } = instrument
  const part = instrument.subscales.find(({ id }) => id === outcome.scale)
  const items = part ? part.items.length : instrument.items.length
  const kinds = { alpha: m.charts_how_alpha, retest: m.charts_how_retest }
  return [
    ...(items > 0 ? [{ name: m.charts_how_items(), text: formatNumber(items, { locale }) }] : []),
    {
      name: m.charts_how_missing(),
      text:
        missing.rule === 'prorate' && missing.atMost > 0
          ? m.charts_how_missing_prorate({ most: formatNumber(missing.atMost, { locale }) })
          : m.charts_how_missing_complete()
    },
    {
      name: m.charts_how_reliability(),
      text: reliability
        ? m.charts_how_reliability_value({
            value: formatNumber(reliability.value, { locale, decimals: 2 }),
            kind: kinds[reliability.kind](),
            source: reliability.source
          })
        : m.charts_how_reliability_unknown()
    },
    ...(instrument.reference ? [{ name: m.charts_how_reference(), text: instrument.reference }] : [])
  ]
}

function formulas({ outcome, panel, locale }: Asked): { name: string; text: string }[] {
  const change = panel?.change
  if (change?.state !== 'shown') return []
  const { sd, g, gLow, gHigh } = change
  const spread = formatNumber(sd, { locale, decimals: pointDecimals(outcome.range) })
  const interval = [
    { name: m.charts_how_interval(), text: m.charts_how_interval_value() },
    { name: m.charts_how_sd(), text: spread }
  ]
  if (g === undefined || gLow === undefined || gHigh === undefined) return interval
  const [at, low, high] = [g, gLow, gHigh].map((value) => formatNumber(value, { locale, decimals: 2 }))
  return [
    ...interval,
    { name: m.charts_how_g(), text: m.charts_how_g_value({ g: at ?? '', low: low ?? '', high: high ?? '' }) }
  ]
}

function publicationFacts({ outcome, publication, locale }: Asked): { name: string; text: string }[] {
  const { publishedOn, version, fewestPeople, audience } = publication
  const rule = m.charts_how_privacy_value({ least: formatNumber(fewestPeople, { locale }) })
  return [
    {
      name: m.charts_how_privacy(),
      text: audience === 'team' ? `${rule} ${m.charts_how_privacy_team()}` : rule
    },
    {
      name: m.charts_how_version(),
      text: m.charts_how_version_value({
        date: formatDate(publishedOn, locale),
        version: formatNumber(version, { locale }),
        definition: formatNumber(outcome.definitionVersion, { locale })
      })
    }
  ]
}
