import type { Message } from '#lib/domain/privacy/release.ts'
import * as m from '#lib/messages/generated/messages.js'
import type { Locale } from '#lib/messages/generated/runtime.js'
import { constructName } from './constructName.ts'
import { measureName } from './measureName.ts'

/**
 * A finding or a caution of a release as a sentence. Numbers are shown with the decimals they were released with, in
 * the reader's own digits and marks, a minus as U+2212. Throws on an id that no message knows: a release must never
 * come out as a blank.
 */
export function findingText({ id, values }: Message, locale: Locale): string {
  const word = (key: string) => String(values[key] ?? '')
  const count = (key: string) => numberText(values[key], locale)
  const points = (key: string) => numberText(values[key], locale, Number(values.decimals ?? 0))
  const scale = () => scaleText(values, locale)
  const outcome = () => constructName(word('construct'), locale)
  const at = { locale }
  switch (id) {
    case 'change_clear':
      return m.finding_change_clear(
        {
          n: count('n'),
          outcome: outcome(),
          change: points('change'),
          scale: scale(),
          low: points('low'),
          high: points('high'),
          direction: values.direction === 'lower' ? 'lower' : 'higher',
          judgement: values.judgement === 'better' ? 'better' : 'worse'
        },
        at
      )
    case 'change_unclear':
      return m.finding_change_unclear(
        { n: count('n'), outcome: outcome(), scale: scale(), low: points('low'), high: points('high') },
        at
      )
    case 'no_interval':
      return m.finding_no_interval(
        { n: count('n'), outcome: outcome(), change: points('change'), scale: scale(), direction: word('direction') },
        at
      )
    case 'nearly_all':
      return m.finding_nearly_all({ of: word('of'), atLeast: count('atLeast') }, at)
    case 'missing':
      return m.finding_missing({ n: count('n'), first: count('first') }, at)
    case 'much_loss':
      return m.finding_much_loss({ percent: count('percent') }, at)
    case 'newcomers':
      return m.finding_newcomers({ count: Number(values.count), shown: count('count') }, at)
    case 'few_people':
      return m.finding_few_people({ n: count('n') }, at)
    default: {
      const plain = plainSentences.get(id)
      if (!plain) throw new Error(`No sentence is known for the finding "${id}".`)
      return plain({}, at)
    }
  }
}

const plainSentences = new Map([
  ['waiting', m.finding_waiting],
  ['unpaired', m.finding_unpaired],
  ['withheld', m.finding_withheld],
  ['not_cause', m.finding_not_cause],
  ['any_change', m.finding_any_change],
  ['own_bar', m.finding_own_bar],
  ['short_scale', m.finding_short_scale]
])

function scaleText(values: Message['values'], locale: Locale): string {
  const ends = { min: numberText(values.min, locale), max: numberText(values.max, locale) }
  const written = String(values.scaleName ?? '')
  const name = measureName(String(values.measure ?? ''), written, locale)
  return name ? m.finding_scale_named({ name, ...ends }, { locale }) : m.finding_scale(ends, { locale })
}

/** With `decimals` exactly that many; else as many as the number has. */
function numberText(value: number | string | undefined, locale: Locale, decimals?: number): string {
  const digits =
    decimals === undefined
      ? { maximumFractionDigits: 6 }
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return new Intl.NumberFormat(locale, digits).format(Number(value)).replace('-', '−')
}
