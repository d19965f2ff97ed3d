import { z } from 'zod'
import { programKinds } from '#lib/server/organisations/programKind.ts'

const noneIfEmpty = <Schema extends z.ZodType>(schema: Schema) => z.union([z.literal('').transform(() => null), schema])

/** What is said of a program. */
export const programForm = z.object({
  name: z.string().trim().min(1).max(200),
  kind: noneIfEmpty(z.enum(programKinds)).default(null),
  people: z.string().trim().max(200).default(''),
  description: z.string().trim().max(2000).default('')
})

export const dateFields = {
  startsOn: noneIfEmpty(z.iso.date()).default(null),
  endsOn: noneIfEmpty(z.iso.date()).default(null)
}

/** The last day is not before the first, where both are given. */
export function inOrder({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }): boolean {
  return startsOn === null || endsOn === null || startsOn <= endsOn
}

export const cohortForm = z
  .object({
    name: z.string().trim().min(1).max(200),
    ...dateFields,
    registered: noneIfEmpty(
      z
        .string()
        .trim()
        .regex(/^\d{1,7}$/)
        .transform(Number)
    ).default(null)
  })
  .refine(inOrder, { path: ['order'] })

/** The first program: its words, and when it runs. */
export const firstProgramForm = z.object({ ...programForm.shape, ...dateFields }).refine(inOrder, { path: ['order'] })
