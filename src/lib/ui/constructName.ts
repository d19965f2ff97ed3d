import * as m from '#lib/messages/generated/messages.js'
import type { Locale } from '#lib/messages/generated/runtime.js'

const names = new Map([
  ['loneliness', m.measure_construct_loneliness],
  ['belonging', m.measure_construct_belonging],
  ['community', m.measure_construct_community],
  ['self-esteem', m.measure_construct_self_esteem],
  ['social-support', m.measure_construct_social_support],
  ['stress', m.measure_construct_stress],
  ['anxiety', m.measure_construct_anxiety],
  ['depression', m.measure_construct_depression],
  ['distress', m.measure_construct_distress],
  ['psychological-distress', m.measure_construct_psychological_distress],
  ['wellbeing', m.measure_construct_wellbeing],
  ['life-satisfaction', m.measure_construct_life_satisfaction],
  ['resilience', m.measure_construct_resilience],
  ['purpose', m.measure_construct_purpose],
  ['self-efficacy', m.measure_construct_self_efficacy]
])

/** What an outcome is called inside a sentence ("loneliness"); the word of a measure of one's own stays as it was written. */
export function constructName(construct: string, locale: Locale): string {
  return names.get(construct)?.({}, { locale }) ?? construct
}
