import { posix } from 'node:path'
import type { SourceFile } from './sourceFiles.ts'

type Layer = 'routes' | 'cli' | 'server' | 'charts' | 'ui' | 'sample' | 'reading' | 'domain' | 'messages'

/** Where each layer's imports may lead, besides itself. `type:` allows types alone. */
const allowed: Record<Layer, string[]> = {
  routes: ['server', 'charts', 'ui', 'sample', 'domain', 'messages', 'type:reading'],
  cli: ['server', 'reading', 'sample', 'domain', 'ui', 'messages'],
  server: ['reading', 'sample', 'domain', 'messages'],
  charts: ['ui', 'domain', 'messages', 'type:reading'],
  ui: ['domain', 'messages', 'type:reading'],
  sample: ['reading', 'domain'],
  reading: ['domain'],
  domain: [],
  messages: []
}

/** Packages that a pure layer may use: none of them knows a database, a clock or a framework. */
const purePackages: Partial<Record<Layer, RegExp>> = {
  domain: /^zod$/,
  reading: /^(zod|csv-parse|iconv-lite|node:(crypto|stream|stream\/promises|buffer|string_decoder))$/,
  sample: /^zod$/
}

/** Kept for the code around the sources, from where figures come: everybody else reads releases. */
const mayQuerySubmissions = /^src\/lib\/server\/(uploads|collection|releases|database)\//

/** What in a file breaks the plan of the house, in words; a file without a fault gives an empty list. */
export function offences({ path, source }: SourceFile): string[] {
  const code = withoutComments(source)
  return [
    ...importsOf(code).flatMap((found) => importOffence(path, found)),
    ...(/\bas\s+(unknown\s+as\s+)?Released\b/.test(code) && !path.startsWith('src/lib/server/releases/')
      ? ['makes something Released: only server/releases may']
      : []),
    ...(/\{@html\b/.test(code) ? ['puts text into a page unescaped, by {@html}'] : []),
    ...(queriesSubmissions(code) && !mayQuerySubmissions.test(path)
      ? ['asks the table of submissions: pages, commands and downloads read releases']
      : [])
  ]
}

interface Import {
  target: string
  typeOnly: boolean
}

function importOffence(path: string, { target, typeOnly }: Import): string[] {
  const from = layerOf(path)
  if (!from) return []
  const place = target.startsWith('.')
    ? posix.join(posix.dirname(path), target)
    : target.replace(/^(#lib|\$lib)\//, 'src/lib/')
  if (!place.startsWith('src/')) {
    const pure = purePackages[from]
    return pure && !pure.test(target) ? [`${from} is pure and imports ${target}`] : []
  }
  const to = layerOf(place)
  if (!to) return [`imports ${target}, which is in no layer`]
  if (to === from) return []
  const mayImport = allowed[from].includes(to) || (typeOnly && allowed[from].includes(`type:${to}`))
  if (!mayImport) return [`${from} imports ${typeOnly ? 'a type of ' : ''}${to} (${target})`]
  // Kit itself refuses a build in which a plain file beside a route carries server code into the browser.
  const inBrowser = from === 'routes' && /(\.svelte|\/\+(page|layout)\.ts)$/.test(path)
  return inBrowser && to === 'server' && !typeOnly ? [`a page imports server code (${target})`] : []
}

function layerOf(path: string): Layer | undefined {
  const name = /^src\/(?:lib\/)?(routes|cli|server|charts|ui|sample|reading|domain|messages)\//.exec(path)?.[1]
  if (name) return name as Layer
  return /^src\/(hooks(\.server|\.client)?|service-worker)\.ts$/.test(path) ? 'routes' : undefined
}

function importsOf(code: string): Import[] {
  const statements = [
    ...code.matchAll(/\b(?:import|export)\s+(type\s)?(?:([\w*\s{},$]+?)\s+from\s+)?['"]([^'"]+)['"]/g)
  ].map(([, type, names = '', target = '']) => ({ target, typeOnly: Boolean(type) || onlyTypes(names) }))
  const calls = [...code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map(([, target = '']) => ({
    target,
    typeOnly: false
  }))
  return [...statements, ...calls]
}

/** `import { type A, type B }` brings no code. */
function onlyTypes(names: string): boolean {
  const listed = /^\{([^}]*)\}$/
    .exec(names.trim())?.[1]
    ?.split(',')
    .filter((name) => name.trim() !== '')
  return listed !== undefined && listed.length > 0 && listed.every((name) => /^\s*type\s/.test(name))
}

function queriesSubmissions(code: string): boolean {
  const table = /(kith\.)?"?(current_)?submission\b/.source
  return (
    new RegExp(`\\b(from|join|into|update|table|copy)\\s+${table}`).test(code) ||
    new RegExp(
      `\\b(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|\\w+Join|table|ref)\\(\\s*\\[?\\s*['"\`]${table}`
    ).test(code)
  )
}

function withoutComments(source: string): string {
  return source
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1')
}
