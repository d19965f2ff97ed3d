import { type Command, Refusal, say, WrongUsage } from './command.ts'

/** Loaded when called for: `kith read` needs no database and should not wait for one. */
const commands: Record<string, () => Promise<{ default: Command }>> = {
  read: () => import('./read.ts'),
  import: () => import('./import.ts'),
  undo: () => import('./undo.ts'),
  outcomes: () => import('./outcomes.ts'),
  publish: () => import('./publish.ts'),
  sample: () => import('./sample.ts'),
  migrate: () => import('./migrate.ts'),
  serve: () => import('./serve.ts')
}

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') return help(name === undefined ? 2 : 0)
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    say(`There is no command "${name}".`)
    return help(2)
  }
  const command = (await load()).default
  if (args.includes('--help')) {
    say(`${command.summary}\n\nUsage: kith ${command.usage}`)
    return 0
  }
  try {
    await command.run(args)
    return 0
  } catch (error) {
    return explain(error, command)
  }
}

async function help(status: number): Promise<number> {
  say('Kith shows community programs what changed for the people who took part.\n')
  for (const load of Object.values(commands)) {
    const { usage, summary } = (await load()).default
    say(`  kith ${usage}\n      ${summary}`)
  }
  return status
}

function explain(error: unknown, { usage }: Command): number {
  if (error instanceof WrongUsage || isParseError(error)) {
    say(`${error.message}\n\nUsage: kith ${usage}`)
    return 2
  }
  if (error instanceof Refusal) say(error.message)
  else if (error instanceof Error) say(process.env.KITH_DEBUG ? (error.stack ?? error.message) : reasons(error))
  else say(String(error))
  return 1
}

function reasons(error: Error): string {
  const own = error.message || error.name
  return error.cause instanceof Error ? `${own}\n  because: ${reasons(error.cause)}` : own
}

/** What node:util's parseArgs throws on an option that it does not know. */
function isParseError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

process.exitCode = await main(process.argv.slice(2))
