import { z } from 'zod'
import { waveSchema } from '../domain/wave.ts'

/**
 * What stands where in one file: the contract between a survey export and Kith. Written by the suggestion,
 * corrected by a person, kept with the upload, and taken by the command line (`--mapping`).
 */

/** A column by its header, by `name#2` where headers repeat, or by place from 0. */
const column = z.union([z.string().min(1), z.strictObject({ index: z.number().int().nonnegative() })])
/** A program, a cohort, a band. */
const name = z.string().min(1).max(200)
const byValue = z.record(z.string(), name)
const fixedOrColumn = z.union([z.strictObject({ fixed: name }), z.strictObject({ column, values: byValue.optional() })])

const instrumentEntry = z.strictObject({
  instrument: z.string(),
  wave: waveSchema.optional(),
  /** In the order the file asked them; null for an item that was not asked. */
  items: z.array(column.nullable()).optional(),
  /** A ready-made total instead of items. */
  total: column.optional(),
  order: z.string().optional(),
  /** A variant's name, or a table from answer text to code. */
  codes: z.union([z.string(), z.record(z.string(), z.number().int())]).optional(),
  missing: z.array(z.string()).optional(),
  incomplete: z.enum(['instrument', 'complete-case']).optional()
})

export const mappingSchema = z.strictObject({
  /** Left out: nobody is paired. `{row:true}`: the columns of one row belong to one person. */
  participant: z.union([z.strictObject({ column }), z.strictObject({ row: z.literal(true) })]).optional(),
  program: fixedOrColumn.optional(),
  cohort: fixedOrColumn.optional(),
  wave: z
    .union([
      z.strictObject({ fixed: waveSchema }),
      z.strictObject({ column, values: z.record(z.string(), waveSchema) })
    ])
    .optional(),
  instruments: z.array(instrumentEntry).optional(),
  dimensions: z.array(z.strictObject({ dimension: z.string(), column, bands: byValue })).optional(),
  arm: z.strictObject({ column, values: z.record(z.string(), z.enum(['program', 'comparison'])) }).optional(),
  attendance: z.strictObject({ column }).optional(),
  date: z.strictObject({ column, order: z.enum(['ymd', 'dmy', 'mdy']) }).optional(),
  /** Keep only the rows whose cell is one of these, for every entry; left out keeps every response. */
  keep: z.array(z.strictObject({ column, in: z.array(z.string()) })).optional(),
  duplicates: z.enum(['first', 'last', 'refuse']).optional(),
  /** Cells that mean "no answer" anywhere in the file. */
  missing: z.array(z.string()).optional(),
  choices: z.array(z.strictObject({ question: z.string(), column, separator: z.string() })).optional(),
  comments: z.array(z.strictObject({ question: z.string(), column })).optional()
})

export type Mapping = z.infer<typeof mappingSchema>
export type MappingColumn = z.infer<typeof column>
export type InstrumentEntry = z.infer<typeof instrumentEntry>
