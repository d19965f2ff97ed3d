import { z } from 'zod'

/** Keys beyond these (descriptions, sources, R calls) are for people and left alone. */
const statisticsCase = z.object({
  id: z.string(),
  kind: z.string(),
  input: z.unknown(),
  expected: z.record(z.string(), z.unknown()),
  rel_tol: z.number().positive().default(1e-9)
})

const scoringVector = z.object({
  instrument: z.string(),
  vector: z.string(),
  answers: z.array(z.number().nullable()),
  expected: z.record(z.string(), z.unknown()),
  order: z.string().optional(),
  codes: z.string().optional()
})

export type StatisticsCase = z.infer<typeof statisticsCase>
export type ScoringVector = z.infer<typeof scoringVector>
export interface VectorFile {
  statistics: StatisticsCase[]
  scoring: ScoringVector[]
}

/** The cases of a file, whichever of the two shapes each has, under `cases` or `vectors`. Throws on anything else. */
export function vectorFile(content: unknown): VectorFile {
  const { cases, vectors } = z
    .object({ cases: z.array(z.unknown()).optional(), vectors: z.array(z.unknown()).optional() })
    .parse(content)
  const entries = [...(cases ?? []), ...(vectors ?? [])]
  if (entries.length === 0) throw new Error('holds neither "cases" nor "vectors"')
  const file: VectorFile = { statistics: [], scoring: [] }
  for (const entry of entries) {
    if (z.object({ kind: z.string() }).safeParse(entry).success) file.statistics.push(statisticsCase.parse(entry))
    else file.scoring.push(scoringVector.parse(entry))
  }
  return file
}
