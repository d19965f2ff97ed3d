import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDialect } from '#lib/reading/dialect.ts'
import { type Dialect, records } from '#lib/reading/records.ts'
import { collected, file, inChunks, refusal } from './bytes.ts'

const dialect: Dialect = { encoding: 'utf-8', delimiter: ',', lineEnding: 'lf' }

describe('the records of a file', () => {
  it('are numbered as a spreadsheet numbers its rows: a line break in a cell is no row, an empty line is one', async () => {
    const source = file('id,text\n1,"one\ntwo"\n\n2,three\n\n\n')
    expect(await collected(records(source, dialect))).toEqual([
      { row: 1, cells: ['id', 'text'] },
      { row: 2, cells: ['1', 'one\ntwo'] },
      { row: 4, cells: ['2', 'three'] }
    ])
  })

  it('do not include rows of nothing but delimiters, which spreadsheets leave at the end', async () => {
    expect(await collected(records(file('a,b\n1,2\n,\n,\n'), dialect))).toHaveLength(2)
  })

  it('keep a stray quote in its cell', async () => {
    const source = file('a,b\n5" pipe,x\n"5" pipe",y\nz,"say ""yes"""\n')
    expect((await collected(records(source, dialect))).map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['5" pipe', 'x'],
      ['"5" pipe"', 'y'],
      ['z', 'say "yes"']
    ])
  })

  it('come ragged as they are', async () => {
    const found = await collected(records(file('a,b\n1\n1,2,3\n'), dialect))
    expect(found.map(({ cells }) => cells.length)).toEqual([2, 1, 3])
  })

  it('are refused at the row in which a quote opens and never closes', async () => {
    const source = file('a,b\n1,2\n2,"three\n4,5\n')
    expect(await refusal(collected(records(source, dialect)))).toMatchObject({ code: 'unclosed-quote', row: 3 })
  })

  it.each([
    ['with lines', 'x\n'],
    ['without a line break', 'xy']
  ])('are refused at that row also where 50 MB follow %s, without reading them', async (_, part) => {
    let handedOut = 0
    const chunk = new TextEncoder().encode(part.repeat(32_768))
    const source = async function* () {
      yield new TextEncoder().encode('a,b\n1,2\n2,"')
      for (; handedOut < 50 * 1_048_576; handedOut += chunk.length) yield chunk
    }
    expect(await refusal(collected(records(source, dialect)))).toMatchObject({ code: 'unclosed-quote', row: 3 })
    expect(handedOut).toBeLessThan(3 * 1_048_576)
  })

  it('are refused where a row is nothing but delimiters, however many', async () => {
    let handedOut = 0
    const chunk = new TextEncoder().encode(','.repeat(65_536))
    const source = async function* () {
      yield new TextEncoder().encode('a,b\n')
      for (; handedOut < 50 * 1_048_576; handedOut += chunk.length) yield chunk
    }
    expect(await refusal(collected(records(source, dialect)))).toMatchObject({ code: 'too-many-columns', row: 2 })
    expect(handedOut).toBeLessThan(3 * 1_048_576)
  })

  it('let go of their source when nobody reads on', async () => {
    let closed = false
    const source = async function* () {
      try {
        for (;;) yield new TextEncoder().encode('1,2\n'.repeat(1000))
      } finally {
        closed = true
      }
    }
    for await (const { row } of records(source, dialect)) if (row === 3) break
    expect(closed).toBe(true)
  })

  it('pass on what goes wrong with their source', async () => {
    const source = async function* () {
      yield new TextEncoder().encode('a,b\n')
      throw new Error('disk gone')
    }
    await expect(collected(records(source, dialect))).rejects.toThrow('disk gone')
  })

  it('are the same however the bytes are cut', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '"', ',', '\n', '\r\n', ' ', '5'), maxLength: 6 })
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 })
    const ends = fc.constantFrom('\n', '\r\n')
    await fc.assert(
      fc.asyncProperty(table, ends, async (rows, end) => {
        const quoted = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
        const bytes = new TextEncoder().encode(quoted.join(end) + end)
        const known = rows
          .map((cells, at) => ({ row: at + 1, cells }))
          .filter(({ cells }) => cells.some((c) => c !== ''))
        for (let length = 1; length <= bytes.length; length++)
          expect(await collected(records(inChunks(bytes, length), dialect))).toEqual(known)
      }),
      { numRuns: 25 }
    )
  })

  it('never crash, whatever the bytes: they are read or refused', async () => {
    const junk = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ';', '\t', ' '), maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(junk, async (text) => {
        const read = collected(records(file(text), dialect))
        const outcome = await read.catch((error: unknown) => error)
        if (!Array.isArray(outcome)) expect(outcome).toHaveProperty('problem.code', 'unclosed-quote')
      })
    )
  })
})

describe('the dialect of a file', () => {
  it.each([
    ['id,a,b\n1,2,3\n', ',', 'lf'],
    ['id;a;b\r\n1;2,5;3,5\r\n2;1,0;2,5\r\n', ';', 'crlf'],
    ['id\ta\tb\n1\tx, y; z\t3\n', '\t', 'lf'],
    ['"id","a; b; c; d"\n"1","x;y;z;w"\n', ',', 'lf'],
    ['id,a\r1,2\r', ',', 'cr'],
    ['id,"a\r\nb"\n1,2\n', ',', 'lf'],
    ['id,a\n1,2\r\n3,4\n', ',', 'mixed'],
    ['name\nAnn\n', ',', 'lf'],
    ['Timestamp,"Which, if any?",Why\n1,"a;b;c","x;y;z"\n2,"a;b;c","x;y;z"\n', ',', 'lf']
  ])('of %j is %j with line ends %s', async (text, delimiter, lineEnding) => {
    expect(await readDialect(file(text), 'utf-8')).toEqual({ delimiter, lineEnding })
  })

  it('divides old Mac lines into records', async () => {
    const found = await collected(records(file('id,a\r1,2\r'), { ...dialect, lineEnding: 'cr' }))
    expect(found.map(({ cells }) => cells)).toEqual([
      ['id', 'a'],
      ['1', '2']
    ])
  })
})
