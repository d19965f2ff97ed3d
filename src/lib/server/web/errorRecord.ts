export interface ErrorRecord {
  event: 'error'
  id: string
  at: string
  status: number
  method: string
  /** The route's pattern, `/programs/[program]`; never the address, whose parts may name somebody. */
  route: string | null
  name: string
  /** The code of Node or Postgres, `ECONNREFUSED` or `23505`. */
  code: string | null
  /** Where it was thrown: the lines of the stack below the message. */
  stack: string[]
  cause: { name: string; code: string | null; stack: string[] } | null
}

/**
 * What the log keeps of an error. Its message is left out, because it may quote a cell ("invalid input syntax: ...").
 */
export function errorRecord(
  error: unknown,
  place: { id: string; at: Date; status: number; method: string; route: string | null }
): ErrorRecord {
  const cause = error instanceof Error && error.cause !== undefined ? bones(error.cause) : null
  return { event: 'error', ...place, at: place.at.toISOString(), ...bones(error), cause }
}

function bones(error: unknown): { name: string; code: string | null; stack: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, code: null, stack: [] }
  const code = 'code' in error && typeof error.code === 'string' && /^\w{1,40}$/.test(error.code) ? error.code : null
  return { name: error.constructor.name, code, stack: frames(error) }
}

/** The frames that stand after the message, which has lines of its own and may be made to look like frames. */
function frames(error: Error): string[] {
  const stack = error.stack ?? ''
  const message = stack.indexOf(error.message)
  const below = message < 0 ? '' : stack.slice(message + error.message.length)
  return below
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 20)
}
