import { z } from 'zod'
import { definitionProblems } from './definitionProblems.ts'

/**
 * A questionnaire as data: what its items are, how answers become a score, and what is known about the score.
 * Built-in instruments and measures of one's own have this one shape (see docs/methods.md).
 */

/** Answers are kept as small numbers. */
const code = z.number().int().min(-30_000).max(30_000)

const codes = z.strictObject({
  min: code,
  max: code,
  /** Answer texts met in the wild for each code; matched without regard to case, spaces and punctuation. */
  labels: z.record(z.string(), z.array(z.string())).optional()
})

const item = z.strictObject({
  key: z.string().min(1),
  reverse: z.boolean().optional(),
  /** Only where this item is coded otherwise than the instrument. */
  codes: codes.optional(),
  /** Words that together give the question away without being its wording; for recognition from question text. */
  keywords: z.array(z.array(z.string())).optional(),
  /** The wording, only where its licence is known to allow it. */
  wording: z.string().optional()
})

const rule = z.enum(['sum', 'mean', 'dichotomous-count', 'lookup', 'separate-items', 'total'])

const variant = z.discriminatedUnion('kind', [
  /** The same answers under other numbers: `min`..`max` of the file stand for `min`..`max` of the instrument. */
  z.strictObject({ id: z.string(), kind: z.literal('codes'), min: z.number().int(), max: z.number().int() }),
  /** The same items asked in another order: `items` lists the item keys in the order of the file. */
  z.strictObject({ id: z.string(), kind: z.literal('order'), items: z.array(z.string()) })
])

const scale = z.strictObject({
  min: z.number(),
  max: z.number(),
  low: z.string().optional(),
  high: z.string().optional()
})

const shape = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens'),
  version: z.number().int().positive().default(1),
  name: z.string().min(1),
  construct: z.string().min(1),
  better: z.enum(['higher', 'lower']),
  codes: codes.optional(),
  items: z.array(item),
  scoring: z.strictObject({
    rule,
    multiply: z.number().optional(),
    /** For `dichotomous-count`: by item key, the codes that count as one. */
    counted: z.record(z.string(), z.array(z.number().int())).optional(),
    /** For `lookup`: raw total -> score. */
    table: z.record(z.string(), z.number()).optional()
  }),
  subscales: z
    .array(
      z.strictObject({
        id: z.string(),
        items: z.array(z.string()),
        rule: z.enum(['sum', 'mean']),
        scale: scale.optional()
      })
    )
    .default([]),
  /**
   * `prorate` scores the person's mean of the answered items while at most `atMost` are missing; `count-as-zero` lets
   * that many add nothing (the published rule of some counts); absent = complete cases.
   */
  missing: z
    .discriminatedUnion('rule', [
      z.strictObject({ rule: z.literal('complete-case') }),
      z.strictObject({ rule: z.literal('prorate'), atMost: z.number().int().nonnegative() }),
      z.strictObject({ rule: z.literal('count-as-zero'), atMost: z.number().int().nonnegative() })
    ])
    .default({ rule: 'complete-case' }),
  scale,
  variants: z.array(variant).default([]),
  /** True where the instrument circulates in several item orders and scoring must not guess which. */
  orderMustBeDeclared: z.boolean().default(false),
  /** From the lowest up; `exclusive` bands begin just above `from`. */
  bands: z
    .array(
      z.strictObject({
        from: z.number(),
        label: z.string(),
        exclusive: z.boolean().optional(),
        source: z.string().optional()
      })
    )
    .default([]),
  /** Here and below, `seen` is true only where the number was read in a source, false where it is from memory. */
  reliability: z
    .strictObject({
      value: z.number().gt(0).lt(1),
      kind: z.enum(['alpha', 'retest']),
      source: z.string(),
      seen: z.boolean().optional()
    })
    .nullable()
    .default(null),
  referenceSd: z
    .strictObject({ value: z.number().positive(), source: z.string(), seen: z.boolean() })
    .nullable()
    .default(null),
  norms: z
    .array(
      z.strictObject({
        mean: z.number().nullable(),
        sd: z.number().nullable(),
        n: z.number().nullable(),
        population: z.string(),
        source: z.string(),
        seen: z.boolean()
      })
    )
    .default([]),
  mid: z.strictObject({ value: z.number().positive(), source: z.string() }).nullable().default(null),
  licence: z
    .strictObject({ wordingMayShip: z.boolean(), note: z.string() })
    .default({ wordingMayShip: false, note: '' }),
  reference: z.string().default(''),
  source: z.string().default('')
})

/** A questionnaire, checked. */
export type Instrument = z.infer<typeof shape>
/** What a person writes: everything but id, name, construct, better, items, scoring and scale may be left out. */
export type InstrumentInput = z.input<typeof shape>
export type Item = Instrument['items'][number]
export type Codes = NonNullable<Instrument['codes']>
export type Band = Instrument['bands'][number]

export const instrumentSchema = shape.superRefine((definition, context) => {
  for (const { path, message } of definitionProblems(definition)) context.addIssue({ code: 'custom', path, message })
})

/** Checks a definition; throws a ZodError that names the field and the reason. */
export function instrument(definition: InstrumentInput): Instrument {
  return instrumentSchema.parse(definition)
}
