import { z } from 'zod'
import { mostBands } from '#lib/server/organisations/dimensions.ts'
import type { DimensionWords } from '#lib/server/organisations/saveDimension.ts'

const name = z.string().trim().min(1).max(100)
const band = z.object({ id: z.string().min(1).max(100).nullable(), name })
const words = z.object({
  name,
  ordered: z.boolean(),
  bands: z
    .array(band)
    .min(2)
    .max(mostBands)
    .refine((bands) => new Set(bands.map((band) => band.name.toLowerCase())).size === bands.length)
})

/** What the form of a dimension holds, before anybody asked whether it can be so. Empty bands are left out. */
export function typedDimension(data: FormData): DimensionWords {
  const text = (field: string) => String(data.get(field) ?? '').trim()
  return {
    name: text('name'),
    ordered: data.has('ordered'),
    bands: Array.from({ length: mostBands }, (_, index) => ({
      id: text(`band-id-${index}`) || null,
      name: text(`band-${index}`)
    })).filter((band) => band.name !== '')
  }
}

/** Which parts of a dimension need another look: its name, its bands. */
export function dimensionProblems(typed: DimensionWords): string[] {
  const read = words.safeParse(typed)
  return [...new Set((read.error?.issues ?? []).map((issue) => String(issue.path[0])))]
}
