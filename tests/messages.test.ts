import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { projectFolder } from '#lib/server/dataFolder.ts'
import { pseudoLocales, pseudoMessages } from './harness/pseudoLocales.ts'
import { sourceFiles } from './harness/sourceFiles.ts'
import { visibleText } from './harness/visibleText.ts'

const folder = join(projectFolder, 'messages', 'en')
const keys = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => {
    const messages = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
    return Object.keys(messages).filter((key) => key !== '$schema')
  })
const files = sourceFiles()
const speaking = files.filter(({ source }) =>
  /import \* as m from '#lib\/messages\/generated\/messages\.js'/.test(source)
)
const used = new Set(
  speaking.flatMap(({ source }) => [...source.matchAll(/\bm\.([a-z]\w*)/g)].map(([, key = '']) => key))
)

describe('the messages', () => {
  it('say every word on a page', () => {
    const found = files
      .filter(({ path }) => path.endsWith('.svelte'))
      .flatMap(({ path, source }) => visibleText(source).map((text) => `${path} ${text}`))
    expect(found).toEqual([])
  })

  it('are read where they are used: some file of every layer that speaks was found', () => {
    for (const layer of ['routes', 'lib/ui', 'lib/charts']) {
      expect(
        speaking.some(({ path }) => path.startsWith(`src/${layer}/`)),
        layer
      ).toBe(true)
    }
  })

  it('have one key each', () => {
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([])
  })

  it('are there for every key that is used', () => {
    expect([...used].filter((key) => !keys.includes(key)).sort()).toEqual([])
  })

  it('are all used', () => {
    expect(keys.filter((key) => !used.has(key)).sort()).toEqual([])
  })

  it('are listed, file by file, in the settings of the compiler', () => {
    const settings = readFileSync(join(projectFolder, 'project.inlang', 'settings.json'), 'utf8')
    for (const file of readdirSync(folder)) expect(settings).toContain(`./messages/{locale}/${file}`)
  })
})

describe('the languages that nobody speaks', () => {
  it('are no part of what people get', () => {
    const settings = readFileSync(join(projectFolder, 'project.inlang', 'settings.json'), 'utf8')
    const shipped = readdirSync(join(projectFolder, 'messages'))
    for (const locale of Object.keys(pseudoLocales)) {
      expect(settings).not.toContain(locale)
      expect(shipped).not.toContain(locale)
    }
  })

  it('leave placeholders and escapes as they are, and have a form for every number', () => {
    const match = { 'countPlural=one': 'One row', 'countPlural=other': '{count} rows \\{x\\}' }
    const english = { a: [{ declarations: ['input count'], selectors: ['countPlural'], match }], b: 'At {place}' }
    expect(pseudoMessages(english, 'en-XA')).toEqual({
      a: [
        {
          declarations: ['input count'],
          selectors: ['countPlural'],
          match: { 'countPlural=one': 'Ööñéé ŕööŵ', 'countPlural=*': '{count} ŕööŵš \\{ẋ\\}' }
        }
      ],
      b: 'Ååţ {place}'
    })
    expect(pseudoMessages({ b: 'At {place}' }, 'ar-XB')).toEqual({ b: 'ات {place}' })
  })
})

describe('a word that no message says', () => {
  it.each([
    '<p>Hello</p>',
    '<p>{count} people</p>',
    '<p>{"Hello"}</p>',
    '<p>{open ? "Close" : m.open()}</p>',
    '<p>{name ?? "nobody"}</p>',
    '<p>{`${count} people`}</p>',
    '<p>{"n = " + count}</p>',
    '<button aria-label="Close">×</button>',
    '<img alt={"A chart"} src="/x.png" />',
    '<input placeholder="Name" />',
    '<Field label="Name" />',
    '<svg><title>A mark</title></svg>',
    '{#if a}<b>Yes</b>{/if}',
    '{#if a}{m.a()}{:else}No{/if}',
    '{#each list as item}Item{/each}',
    '{#each list as item}{item}{:else}None{/each}',
    '{#await wait}Wait{:then value}{value}{/await}',
    '{#snippet row()}Row{/snippet}',
    '{#key a}Word{/key}',
    '<svelte:head><title>Kith</title></svelte:head>',
    '<Frame>{#snippet label()}Word{/snippet}</Frame>'
  ])('is found in %s', (source) => {
    expect(visibleText(source)).toHaveLength(1)
  })

  it.each([
    '<p class="lead" id="first" data-kind="note">{m.hello()}</p>',
    '<p>{count} – 95 % · ({low}, {high})</p>',
    '<p>{format(count, "short")}</p>',
    '{#if kind === "note"}{m.note()}{/if}',
    '<script>const word = "hello"</script><style>p { color: red }</style>',
    '<!-- a remark --><p>{m.hello()}</p>'
  ])('is not seen in %s', (source) => {
    expect(visibleText(source)).toEqual([])
  })
})
