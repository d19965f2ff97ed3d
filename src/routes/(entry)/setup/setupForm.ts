import { z } from 'zod'
import { passwordLength } from '#lib/server/accounts/passwordLength.ts'

const name = z.string().trim().min(1).max(200)

const form = z.object({
  code: z.string().trim().max(100),
  organisation: name,
  name,
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
  // Counted as they were typed, blanks and all.
  password: z.string().min(passwordLength.min).max(passwordLength.max)
})

export type SetupField = keyof z.infer<typeof form>

export type SetupForm = { valid: true; entered: z.infer<typeof form> } | { valid: false; problems: SetupField[] }

/** What was typed into the set-up form, or the fields that need another look. */
export function setupForm(data: FormData): SetupForm {
  const read = form.safeParse(Object.fromEntries(data))
  if (read.success) return { valid: true, entered: read.data }
  const fields = form.keyof().options
  const wrong = new Set(read.error.issues.map((issue) => issue.path[0]))
  return { valid: false, problems: fields.filter((field) => wrong.has(field)) }
}

/** What to fill in again after a problem: never the password. */
export function refilled(data: FormData): Record<Exclude<SetupField, 'password'>, string> {
  const text = (field: SetupField) => {
    const value = data.get(field)
    return typeof value === 'string' ? value.slice(0, 254) : ''
  }
  return { code: text('code'), organisation: text('organisation'), name: text('name'), email: text('email') }
}
