import type { Instrument } from '../instruments/instrument.ts'

/** What the bar for a reliable change is built from; `own` = the spread of these very people before. */
export interface ReliableChangeBasis {
  reliability: number
  sd: number
  from: 'reference' | 'norm' | 'own'
}

/**
 * The published reliability with the instrument's reference SD, else that of its first norm that has one, so that the
 * bar is the same in every program; else the before-SD of the pairs where there are at least 30; else undefined, and
 * only any change can be told.
 */
export function reliableChangeBasis(
  { reliability, referenceSd, norms }: Pick<Instrument, 'reliability' | 'referenceSd' | 'norms'>,
  pairs: { n: number; sd: number | undefined }
): ReliableChangeBasis | undefined {
  if (reliability === null) return undefined
  if (referenceSd !== null) return { reliability: reliability.value, sd: referenceSd.value, from: 'reference' }
  const norm = norms.find(({ sd }) => sd !== null && sd > 0)
  if (norm?.sd) return { reliability: reliability.value, sd: norm.sd, from: 'norm' }
  if (pairs.n >= 30 && pairs.sd) return { reliability: reliability.value, sd: pairs.sd, from: 'own' }
  return undefined
}
