import type { Wave } from '#lib/domain/wave.ts'
import type { Mapping } from '#lib/reading/mapping.ts'
import { waveSign } from '#lib/reading/waveWords.ts'

/** The cohort of programs that do not tell cohorts apart. */
export const defaultCohort = 'All'

/**
 * A mapping with what is fixed from outside (the page's choice of program, `--program`, `--wave` ...), which goes before
 * what the mapping says. It is part of the mapping from here on, its hash included.
 */
export function completeMapping(
  mapping: Mapping,
  fixed: { program?: string | undefined; cohort?: string | undefined; wave?: Wave | undefined }
): Mapping {
  const complete: Mapping = { ...mapping }
  if (fixed.program !== undefined) complete.program = { fixed: fixed.program }
  if (fixed.cohort !== undefined) complete.cohort = { fixed: fixed.cohort }
  else complete.cohort ??= { fixed: defaultCohort }
  if (fixed.wave !== undefined) complete.wave = { fixed: fixed.wave }
  return complete
}

/** The suggested mapping of a file that says nothing of its time, with what its name says: `spring-before.csv`. */
export function withWaveOfName(mapping: Mapping, fileName: string): Mapping {
  const told = mapping.wave !== undefined || (mapping.instruments ?? []).some(({ wave }) => wave !== undefined)
  const sign = waveSign(fileName.replace(/\.[a-z]+$/i, ''))
  return told || sign === null || !('wave' in sign) ? mapping : { ...mapping, wave: { fixed: sign.wave } }
}
