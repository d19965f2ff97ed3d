/** One command of `kith`. Throw `Refusal` for what a person can mend; its text goes to stderr, exit status 1. */
export interface Command {
  usage: string
  /** What it does, in one sentence, for `kith --help`. */
  summary: string
  run(args: string[]): Promise<void>
}

/** Refused or failed, with the reason: exit status 1. */
export class Refusal extends Error {
  override name = 'Refusal'
}

/** Wrong usage: exit status 2. */
export class WrongUsage extends Error {
  override name = 'WrongUsage'
}

/** For people: always stderr, so that stdout holds one JSON document or nothing. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** For programs: the one JSON document on stdout. */
export function printJson(document: unknown): void {
  process.stdout.write(`${JSON.stringify(document, null, 1)}\n`)
}
