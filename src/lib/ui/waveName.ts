import type { Wave } from '#lib/domain/wave.ts'
import * as m from '#lib/messages/generated/messages.js'

/** A wave in the reader's words: "before", "after", "follow-up 2". */
export function waveName(wave: Wave): string {
  if (wave === 'before') return m.charts_wave_before()
  if (wave === 'after') return m.charts_wave_after()
  return m.charts_wave_follow_up({ number: wave.slice('follow-up-'.length) })
}
