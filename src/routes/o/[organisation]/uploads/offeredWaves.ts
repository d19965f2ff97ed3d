import type { Wave } from '#lib/domain/wave.ts'

/** The waves that the pages offer to choose from. */
export const offeredWaves: readonly Wave[] = ['before', 'after', 'follow-up-1', 'follow-up-2', 'follow-up-3']
