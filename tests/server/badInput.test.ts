import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalogue } from '#lib/domain/instruments/index.ts'
import type { ByteSource } from '#lib/reading/byteSource.ts'
import type { Mapping } from '#lib/reading/mapping.ts'
import type { Problem } from '#lib/reading/problem.ts'
import { completeMapping } from '#lib/server/uploads/completeMapping.ts'
import { importUpload } from '#lib/server/uploads/importUpload.ts'
import { readFileOverview } from '#lib/server/uploads/readFileOverview.ts'
import { problemText } from '#lib/ui/problemText.ts'
import { ImportPlace } from './importing.ts'

const head = 'code,UCLA_1,UCLA_2,UCLA_3\n'
const good = `${head}a,1,2,3\nb,2,2,2\n`
const before: Mapping = {
  participant: { column: 'code' },
  wave: { fixed: 'before' },
  instruments: [{ instrument: 'ucla-3', items: ['UCLA_1', 'UCLA_2', 'UCLA_3'] }]
}
const megabyte = 1024 * 1024

const source = (content: string | Uint8Array): ByteSource =>
  async function* () {
    yield typeof content === 'string' ? new TextEncoder().encode(content) : content
  }

/** A head, then the same bytes again and again until `size` is reached: never held whole. */
function endless(start: string, again: string, size: number): ByteSource {
  const block = Buffer.from(again.repeat(Math.ceil((64 * 1024) / again.length)))
  return async function* () {
    yield Buffer.from(start)
    for (let sent = 0; sent < size; sent += block.byteLength) yield block
  }
}

describe('a file that is not as it should be', () => {
  let place: ImportPlace
  let asItWas: Record<string, number>
  beforeAll(async () => {
    place = await ImportPlace.open()
    await place.import(good.replace('a,', 'z,'), before)
    asItWas = await place.counts()
  })
  afterAll(async () => {
    await place?.close()
  })

  /** The way that the page and the command line go: look, then import. Nothing of what is tried here may be kept. */
  async function tried(bytes: ByteSource, mapping: Mapping = before): Promise<{ status: string; problems: Problem[] }> {
    const { overview, unreadable } = await readFileOverview(bytes, catalogue)
    if (unreadable) return { status: 'unreadable', problems: [unreadable] }
    return importUpload(
      place.pool,
      place.database.keys.pseudonym,
      {
        orgId: place.orgId,
        uploadId: randomUUID(),
        file: { name: 'bad.csv', bytes: overview.file.bytes, sha256: overview.file.sha256 },
        source: bytes,
        layout: overview.layout,
        mapping: completeMapping(mapping, { program: 'Calls' }),
        instruments: catalogue,
        measures: [],
        create: true,
        userId: null,
        today: '2026-06-30'
      },
      true
    )
  }

  /** What is said of it: each problem as people read it. */
  async function said(bytes: ByteSource, mapping?: Mapping): Promise<{ status: string; texts: string[] }> {
    const { status, problems } = await tried(bytes, mapping)
    return { status, texts: problems.map((problem) => problemText(problem)) }
  }

  const picture = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
    Buffer.from('IHDR'),
    Buffer.alloc(500, 3)
  ])

  it.each([
    ['is empty', Buffer.alloc(0), /This file is empty/],
    ['holds nothing but a byte order mark', Buffer.from('\ufeff'), /This file is empty/],
    ['holds nothing but empty lines', Buffer.from('\n\r\n\n'), /This file is empty/],
    ['has a header and no response', Buffer.from(head), /^Row 1: .*column headings and no responses/],
    ['is a picture with another name', picture, /no table of text: it looks like .*PNG/i],
    [
      'is a spreadsheet with another name',
      Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(300)]),
      /no table of text/
    ],
    ['is a PDF with another name', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'), /looks like .*PDF/i],
    ['holds a NUL byte', Buffer.from(`${good}c,1,\0,3\n`), /Byte 46 .*no text/],
    [
      'opens a quote and never closes it',
      Buffer.from(`${good}c,"1,2,3\nd,1,2,3\n`),
      /^Row 4: A quotation mark opens in this row/
    ]
  ])('%s: nothing is kept, and it says so', async (_, bytes, text) => {
    const { status, texts } = await said(source(bytes))
    expect(status).toBe('unreadable')
    expect(texts).toEqual([expect.stringMatching(text)])
    expect(await place.counts()).toEqual(asItWas)
  })

  it.each([
    ['100,000 headings', `${Array.from({ length: 100_000 }, (_, index) => `q${index}`).join(',')}\n1,2\n`],
    ['2,001 headings', `${Array.from({ length: 2001 }, (_, index) => `q${index}`).join(',')}\n1,2\n`]
  ])('is refused for %s, with the most there may be', async (_, text) => {
    const { status, texts } = await said(source(text))
    expect(status).toBe('unreadable')
    expect(texts).toEqual([expect.stringMatching(/^Row 1: .*columns or more; Kith reads up to 2,?000/)])
    expect(await place.counts()).toEqual(asItWas)
  })

  it('names an answer that is no option with its row, its column and what was expected', async () => {
    const { problems, summary } = await place.import(`${head}a,1,sometimes maybe,3\nfresh,1,2,3\n`, before, {
      commit: false
    })
    expect(summary.rows).toMatchObject({ read: 2, used: 1, setAside: 1 })
    expect(problems.map((problem) => problemText(problem))).toEqual([
      expect.stringMatching(/^Row 2, column UCLA_2: “sometimes maybe” is none of the answers.* Often/i)
    ])
    expect(await place.counts()).toEqual(asItWas)
  })

  it('names every row that is longer or shorter than its headings, and uses the others', async () => {
    const { status, problems } = await place.import(`${head}a,1,2,3\nb,1,2\nc,1,2,3,1\nd,3,3,3\n`, before, {
      commit: false
    })
    expect(status).toBe('checked')
    expect(problems.map((problem) => problemText(problem))).toEqual([
      expect.stringMatching(/^Row 3: This row has 3 cells where the headings have 4/),
      expect.stringMatching(/^Row 4: This row has 5 cells where the headings have 4/)
    ])
    expect(await place.counts()).toEqual(asItWas)
  })

  it('asks which one is meant where headings repeat', async () => {
    const repeated = source('code,UCLA_1,UCLA_1,UCLA_3\na,1,2,3\n')
    const { overview } = await readFileOverview(repeated, catalogue)
    expect(overview?.warnings.map((problem) => problemText(problem))).toContainEqual(
      expect.stringContaining('2 columns have the heading “UCLA_1”')
    )
    const vague = { ...before, instruments: [{ instrument: 'ucla-3', items: ['UCLA_1', 'UCLA_1', 'UCLA_3'] }] }
    const { status, texts } = await said(repeated, vague)
    expect(status).toBe('refused')
    expect(texts).toEqual([expect.stringContaining('2 columns are called “UCLA_1”')])
    expect(await place.counts()).toEqual(asItWas)
    const plain = { ...before, instruments: [{ instrument: 'ucla-3', items: ['UCLA_1#1', 'UCLA_1#2', 'UCLA_3'] }] }
    expect(await place.import('code,UCLA_1,UCLA_1,UCLA_3\na,1,2,3\n', plain, { commit: false })).toMatchObject({
      status: 'checked',
      summary: { rows: { used: 1 } }
    })
  })

  it.each([
    [
      'a participant twice in one wave, where that was to be refused',
      { duplicates: 'refuse' },
      /^Row 4, column code: .*answered already in row 2/
    ],
    ['a column that is not there', { participant: { column: 'who' } }, /no column “who”/],
    [
      'an instrument that nobody knows',
      { instruments: [{ instrument: 'iq', items: ['UCLA_1'] }] },
      /does not know the questionnaire “iq”/
    ],
    [
      'too few columns for the questions',
      { instruments: [{ instrument: 'ucla-3', items: ['UCLA_1'] }] },
      /3 questions and 1 columns? w/
    ],
    ['no wave', { wave: undefined }, /before or after/],
    ['nothing to keep', { instruments: [] }, /Choose at least one/],
    [
      'a coding that the questionnaire does not have',
      { instruments: [{ ...before.instruments![0]!, codes: '7-9' }] },
      /no variant “7-9”/
    ]
  ] as [string, Partial<Mapping>, RegExp][])('is refused for %s', async (_, change, text) => {
    const { wave, ...rest } = { ...before, ...change }
    const { status, texts } = await said(source(`${good}A ,3,3,3\n`), wave ? { ...rest, wave } : rest)
    expect(status).toBe('refused')
    expect(texts[0]).toMatch(text)
    expect(await place.counts()).toEqual(asItWas)
  })

  it('counts a participant’s first row of a wave, and says in which row the other stands', async () => {
    const { problems, summary } = await place.import(`${good}A ,3,3,3\n`, before, { commit: false })
    expect(summary.rows).toMatchObject({ read: 3, used: 2, setAside: 1 })
    expect(problems.map((problem) => problemText(problem))).toEqual([
      expect.stringMatching(/^Row 4, column code: .*already in row 2, which counts/)
    ])
  })

  it('is the same file again: nothing changes', async () => {
    expect(await place.import(good.replace('a,', 'z,'), before)).toMatchObject({ status: 'unchanged' })
    expect(await place.counts()).toEqual(asItWas)
  })

  describe('of fifty megabytes', () => {
    const size = 50 * megabyte

    /** The most memory that was in use beyond what was in use before, looked at with every block. */
    async function growth(bytes: ByteSource, work: (watched: ByteSource) => Promise<void>): Promise<number> {
      globalThis.gc?.()
      const start = process.memoryUsage().rss
      let most = start
      await work(async function* () {
        for await (const block of bytes()) {
          most = Math.max(most, process.memoryUsage().rss)
          yield block
        }
      })
      return Math.max(most, process.memoryUsage().rss) - start
    }

    it.each([
      [
        'that begins with a quote and never closes it',
        `${good}c,"`,
        'no end in sight, ',
        /^Row 4: A quotation mark opens in this row and never closes/
      ],
      ['with a quote in every cell', `${good}`, '"a,', /^Row 4: .*columns or more/],
      ['that is one line of commas', `${good}`, ',', /^Row 4: /],
      ['that is one heading', '', 'x', /^Row 1: /]
    ])('%s is refused with its place, and memory stays flat', async (_, start, again, text) => {
      const grown = await growth(endless(start, again, size), async (watched) => {
        const { texts } = await said(watched)
        expect(texts[0]).toMatch(text)
      })
      expect(grown).toBeLessThan(150 * megabyte)
      expect(await place.counts()).toEqual(asItWas)
    })

    it('in which every row is wrong lists the first thousand, counts them all, and memory stays flat', async () => {
      const grown = await growth(endless(head, 'somebody,1,2,never ever at all\n', size / 4), async (watched) => {
        const { overview } = await readFileOverview(watched, catalogue)
        const { status, problems } = await tried(watched)
        expect(status).toBe('refused')
        expect(problems).toHaveLength(1000)
        expect(overview?.records).toBeGreaterThan(400_000)
      })
      expect(grown).toBeLessThan(150 * megabyte)
    })
  })
})
