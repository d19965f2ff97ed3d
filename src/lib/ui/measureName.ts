import * as m from '#lib/messages/generated/messages.js'
import type { Locale } from '#lib/messages/generated/runtime.js'

const names = new Map([
  ['ucla-3', m.measure_name_ucla_3],
  ['ucla-20-v3', m.measure_name_ucla_20_v3],
  ['rses-10', m.measure_name_rses_10],
  ['sses-20', m.measure_name_sses_20],
  ['bscs-8', m.measure_name_bscs_8]
])

const scales = new Map([
  ['total', m.measure_subscale_total],
  ['performance', m.measure_subscale_performance],
  ['social', m.measure_subscale_social],
  ['appearance', m.measure_subscale_appearance],
  ['needs-fulfilment', m.measure_subscale_needs_fulfilment],
  ['membership', m.measure_subscale_membership],
  ['influence', m.measure_subscale_influence],
  ['emotional-connection', m.measure_subscale_emotional_connection]
])

const ends = new Map([
  ['hardly ever lonely', m.measure_end_hardly_ever_lonely],
  ['often lonely', m.measure_end_often_lonely],
  ['low self-esteem', m.measure_end_low_self_esteem],
  ['high self-esteem', m.measure_end_high_self_esteem],
  ['I do not belong here', m.measure_end_not_belonging],
  ['I belong here', m.measure_end_belonging]
])

/** A built-in instrument by its id in the reader's language; the name as written for a measure of one's own. */
export function measureName(instrument: string, written: string, locale: Locale): string {
  return names.get(instrument)?.({}, { locale }) ?? written
}

/** A subscale by its id ("total" is the whole scale); its id for a measure of one's own. */
export function scaleName(scale: string, locale: Locale): string {
  return scales.get(scale)?.({}, { locale }) ?? scale
}

/** One end of a scale in words, from the instrument's own English ones; as written for a measure of one's own. */
export function scaleEnd(written: string, locale: Locale): string {
  return ends.get(written)?.({}, { locale }) ?? written
}
