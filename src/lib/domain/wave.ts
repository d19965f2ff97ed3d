import { z } from 'zod'

/** A moment of measuring: `before`, `after`, `follow-up-1`, `follow-up-2` ... */
export const waveSchema = z
  .string()
  .regex(/^(before|after|follow-up-[1-9][0-9]?)$/, 'one of: before, after, follow-up-1, follow-up-2 ...')

export type Wave = z.infer<typeof waveSchema>

/** Waves in the order of time: before, after, then the follow-ups by number. */
export function waveOrder(wave: Wave): number {
  if (wave === 'before') return 0
  if (wave === 'after') return 1
  return 1 + Number(wave.slice('follow-up-'.length))
}
