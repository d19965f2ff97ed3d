import { z } from 'zod'

const text = z.string().max(1000).catch('')
const form = z.object({ email: text, password: text })

/** What was typed into the sign-in form. Anything that is no text counts as left empty, and is refused like it. */
export function credentials(data: FormData): z.infer<typeof form> {
  return form.parse({ email: data.get('email'), password: data.get('password') })
}
