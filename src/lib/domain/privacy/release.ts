import { z } from 'zod'
import { waveSchema } from '../wave.ts'

/**
 * The release document: all that any page, download, link or API may know about outcomes.
 * Rounding, merging and withholding are done before it is written, so a reader of it learns
 * nothing that the audience may not know. Canonical JSON text; see docs/privacy.md.
 */

const withheld = z.strictObject({ state: z.literal('withheld') })
const merged = z.strictObject({ state: z.literal('merged'), into: z.string() })
const nearlyAll = z.strictObject({
  state: z.literal('nearlyAll'),
  of: z.enum(['better', 'same', 'worse']),
  /** Whole per cent (P7). */
  atLeast: z.number().int()
})

/** A figure that may not be shown is never 0, null or absent: it says which of the four states it is in. */
function figure<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('shown'), ...shape }),
    withheld,
    merged,
    nearlyAll
  ])
}

const values = z.record(z.string(), z.union([z.number(), z.string()]))
const message = z.strictObject({ id: z.string(), values })

const people = figure({
  paired: z.number().int(),
  onlyFrom: z.number().int(),
  onlyTo: z.number().int(),
  registered: z.number().int().optional()
})

/** Scale points, rounded by P9: `before`, `after`, `sd` to 1 decimal (2 where the range is under 6), g to 2. */
const change = figure({
  before: z.number(),
  after: z.number(),
  change: z.number(),
  low: z.number(),
  high: z.number(),
  sd: z.number(),
  g: z.number().optional(),
  gLow: z.number().optional(),
  gHigh: z.number().optional()
})

const direction = z.enum(['better', 'same', 'worse'])

/**
 * Whole per cent that add to 100, in the order better, same, worse. A part may join neighbours ("same or worse")
 * where fewer than three people stand in one of them (P7), so there are two or three parts.
 */
const shares = figure({
  parts: z.array(z.strictObject({ of: z.array(direction).min(1), percent: z.number().int() })),
  rule: z.enum(['reliable', 'any']),
  /** The change in points that had to be exceeded; 0 for the rule `any`. */
  threshold: z.number()
})

/**
 * How many people stood where on the scale: bands of scores, ascending and without gaps, in whole per cent that add to
 * 100 before and to 100 after. `from` and `to` are the lowest and highest score of a band, both in it. Every band holds
 * at least three people each time (P8).
 */
const distribution = figure({
  bands: z.array(
    z.strictObject({ from: z.number(), to: z.number(), before: z.number().int(), after: z.number().int() })
  )
})

const pairPanel = z.strictObject({
  from: waveSchema,
  to: waveSchema,
  arm: z.enum(['program', 'comparison']).nullable(),
  people,
  change,
  shares,
  distribution,
  finding: message,
  cautions: z.array(message)
})

const outcome = z.strictObject({
  instrument: z.string(),
  scale: z.string(),
  name: z.string(),
  definitionVersion: z.number().int(),
  construct: z.string(),
  better: z.enum(['higher', 'lower']),
  range: z.tuple([z.number(), z.number()]),
  /** The ends of the scale in words, where the instrument has them. */
  ends: z.strictObject({ low: z.string(), high: z.string() }).optional(),
  /** One wave each, everybody who answered then: for programs whose people cannot be paired. */
  waves: z.array(
    z.strictObject({ wave: waveSchema, level: figure({ people: z.number().int(), mean: z.number(), sd: z.number() }) })
  ),
  /** before-after first, then before-follow-up-1 ...; for each everybody (arm null) first. */
  pairs: z.array(pairPanel),
  /** Where there is no pair of waves yet. */
  waiting: z.boolean()
})

export const releaseSchema = z.strictObject({
  schema: z.literal(1),
  audience: z.enum(['team', 'shared']),
  version: z.number().int().positive(),
  publishedOn: z.iso.date(),
  node: z.strictObject({
    kind: z.enum(['program', 'portfolio']),
    id: z.string(),
    name: z.string(),
    pooledCohorts: z.array(z.string()).optional()
  }),
  coverage: z.strictObject({
    peopleCoveredPercent: z.number().int().nullable(),
    moreAnswersArriving: z.boolean(),
    correctionPending: z.boolean()
  }),
  outcomes: z.array(outcome)
})

/** The document's shape; anything of this shape may still be unreleased: pages take `Released`. */
export type Release = z.infer<typeof releaseSchema>
export type Outcome = Release['outcomes'][number]
export type PairPanel = Outcome['pairs'][number]
export type ChangeFigure = PairPanel['change']
export type SharesFigure = PairPanel['shares']
export type DistributionFigure = PairPanel['distribution']
export type Message = z.infer<typeof message>
