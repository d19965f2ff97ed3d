import type { Wave } from '../domain/wave.ts'
import { textKey, textWords } from './textKey.ts'

const before = [
  'pre',
  'before',
  'baseline',
  'bl',
  'pretest',
  'presurvey',
  'entry',
  'intake',
  'enrollment',
  'prior',
  'vorher',
  'avant',
  'antes'
]
const after = [
  'post',
  'after',
  'posttest',
  'postsurvey',
  'exit',
  'endline',
  'final',
  'end',
  'discharge',
  'nachher',
  'apres',
  'despues'
]

/** What a short text says of the time of measuring: a word, or only a place in a row of times (t1, wave 2, 3). */
export type WaveSign = { wave: Wave } | { place: number }

/** Reads "pre", "Post-test", "T1", "time 2", "follow-up 1"; null for anything else. Years are not guessed at. */
export function waveSign(text: string): WaveSign | null {
  const key = textKey(text)
  const followUp = /^(?:followup|fup?)(\d{1,2})?$/.exec(key) ?? /^\d+(?:month|week|m|w)s?followup()$/.exec(key)
  if (followUp) return { wave: `follow-up-${Number(followUp[1] || 1)}` }
  const numbered = /^(?:t|time|timepoint|wave|w|survey|assessment|session|visit)?(\d)$/.exec(key)
  if (numbered) return { place: Number(numbered[1]) }
  if (before.includes(key)) return { wave: 'before' }
  if (after.includes(key)) return { wave: 'after' }
  return waveOfWords(text)
}

/** "Pre-program survey", "after the last session": one side's word and none of the other's. */
function waveOfWords(text: string): WaveSign | null {
  const words = textWords(text).trim().split(' ')
  if (words.length > 6) return null
  if (words.includes('follow') && words.includes('up')) return { wave: 'follow-up-1' }
  const early = words.some((word) => before.includes(word))
  const late = words.some((word) => after.includes(word))
  return early === late ? null : { wave: early ? 'before' : 'after' }
}

/**
 * The wave of each value of a column, where every value says one: {pre: 'before', post: 'after'}. Numbered times go by
 * their order, so 1 and 3 are before and after. Null where a value says nothing or two values would be one wave.
 */
export function wavesOfValues(values: readonly string[]): Record<string, Wave> | null {
  const signs = values.map((value) => ({ value, sign: waveSign(value) }))
  const places = signs.flatMap(({ sign }) => (sign && 'place' in sign ? [sign.place] : [])).sort((a, b) => a - b)
  const waves: Record<string, Wave> = {}
  for (const { value, sign } of signs) {
    if (!sign) return null
    waves[value] = 'wave' in sign ? sign.wave : placedWave(places.indexOf(sign.place))
  }
  const spellings = new Set(values.map(textKey))
  return new Set(Object.values(waves)).size === spellings.size ? waves : null
}

/** The wave at a place in time, from 0. */
export function placedWave(place: number): Wave {
  return place === 0 ? 'before' : place === 1 ? 'after' : `follow-up-${place - 1}`
}
