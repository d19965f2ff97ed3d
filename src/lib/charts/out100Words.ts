import { pointDecimals } from '#lib/domain/privacy/rounding.ts'
import type { Outcome, SharesFigure } from '#lib/domain/privacy/release.ts'
import type { Released } from '#lib/domain/privacy/released.ts'
import * as m from '#lib/messages/generated/messages.js'
import type { Locale } from '#lib/messages/generated/runtime.js'
import { formatNumber } from '#lib/ui/formatNumber.ts'
import { writingLocale } from '#lib/ui/writingLocale.ts'
import type { Block } from './out100Marks.ts'
import { partName, partPhrase, type Rule } from './partWords.ts'

export type DrawnShares = Extract<Released<SharesFigure>, { state: 'shown' | 'nearlyAll' }>

interface Told {
  outcome: Released<Outcome>
  shares: DrawnShares
  blocks: readonly Block[]
  people: string | undefined
  locale: Locale
}

/** Everything "Out of 100 people" says in words: one place, so that labels, table and text alternative agree. */
export function out100Words({ outcome, shares, blocks, people, locale }: Told) {
  const rule: Rule = shares.state === 'shown' ? shares.rule : undefined
  const list = new Intl.ListFormat(writingLocale(locale), { type: 'conjunction' })
  const enumeration = new Intl.ListFormat(locale, { type: 'unit', style: 'long' })
  const whole = (value: number) => formatNumber(value, { locale })

  const labels = blocks.map(({ part, count }) => {
    const n = whole(count)
    const atLeast = shares.state === 'nearlyAll' && part !== 'rest'
    return { part, count: atLeast ? m.charts_out100_at_least({ n }) : n, name: partName(part, rule) }
  })
  const standFor = people ? m.charts_out100_stand_for({ people }) : m.charts_out100_stand_for_unknown()
  const told = labels.map(({ part, count, name }) =>
    part === 'rest' ? name : m.charts_out100_alt_part({ n: count, part: name })
  )
  return {
    labels: labels.map((label) => ({
      ...label,
      sentence: m.charts_point_share({ sentence: pointSentence(label), standFor })
    })),
    standFor,
    sentence: shares.state === 'shown' ? shownSentence() : nearlyAllSentence(shares),
    explained: explained(),
    alternative: m.charts_out100_alt({ standFor: standFor.replace(/\.$/, ''), parts: enumeration.format(told) }),
    rule: ruleInTable()
  }

  function shownSentence(): string {
    const phrases = blocks.flatMap(({ part, count }) => (part === 'rest' ? [] : [partPhrase(part, whole(count), rule)]))
    return m.charts_out100_sentence({ parts: list.format(phrases) })
  }

  function pointSentence({ part, name }: { part: Block['part']; name: string }): string {
    if (part === 'rest') return `${name}.`
    if (shares.state === 'nearlyAll') return nearlyAllSentence(shares)
    const count = blocks.find((block) => block.part === part)?.count ?? 0
    return m.charts_out100_sentence({ parts: partPhrase(part, whole(count), rule) })
  }

  function points(threshold: number): string {
    return formatNumber(threshold, { locale, decimals: pointDecimals(outcome.range) })
  }

  function explained(): string | undefined {
    if (shares.state !== 'shown') return undefined
    if (shares.rule === 'any') return m.charts_out100_rule_any()
    return m.charts_out100_rule_reliable({ points: points(shares.threshold) })
  }

  function ruleInTable(): { rule: string; source: string } {
    if (shares.state !== 'shown') return { rule: m.charts_out100_rule_short_unnamed(), source: '' }
    if (shares.rule === 'any') return { rule: m.charts_out100_rule_short_any(), source: m.charts_out100_source_any() }
    return {
      rule: m.charts_out100_rule_short_reliable({ points: points(shares.threshold) }),
      source: m.charts_out100_source_reliable()
    }
  }
}

function nearlyAllSentence({ of, atLeast }: { of: 'better' | 'same' | 'worse'; atLeast: number }): string {
  const n = String(atLeast)
  if (of === 'better') return m.charts_out100_nearly_better({ n })
  return of === 'worse' ? m.charts_out100_nearly_worse({ n }) : m.charts_out100_nearly_same({ n })
}
