import type { z } from 'zod'

export type ReadForm<Entered> =
  { valid: true; entered: Entered } | { valid: false; problems: string[]; texts: Record<string, string> }

/** What was typed into a form, or the names of the fields that need another look, and all texts to fill in again. */
export function readForm<Schema extends z.ZodType>(schema: Schema, data: FormData): ReadForm<z.infer<Schema>> {
  const read = schema.safeParse(Object.fromEntries(data))
  if (read.success) return { valid: true, entered: read.data }
  const problems = new Set(read.error.issues.map((issue) => String(issue.path[0] ?? '')))
  return { valid: false, problems: [...problems], texts: formTexts(data) }
}

/** The texts of a form, for filling it in again. */
export function formTexts(data: FormData): Record<string, string> {
  return Object.fromEntries([...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
}
