import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readFileBytes } from '#lib/reading/encoding.ts'
import { utf8Chunks } from '#lib/reading/utf8Chunks.ts'
import { collected, file, inChunks, refusal } from './bytes.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)

async function text(source: ReturnType<typeof file>): Promise<string> {
  const { encoding } = await readFileBytes(source)
  return Buffer.concat(await collected(utf8Chunks(source, { encoding }))).toString('utf8')
}

describe('the bytes of a file', () => {
  it('are UTF-8 where all of them are, with or without a byte order mark', async () => {
    expect(await readFileBytes(file('año,ñ\n'))).toMatchObject({ encoding: 'utf-8', bom: false, invalid: 0 })
    const marked = file(bytes(0xef, 0xbb, 0xbf), 'año\n')
    expect(await readFileBytes(marked)).toMatchObject({ encoding: 'utf-8', bom: true })
    expect(await text(marked)).toBe('año\n')
  })

  it('are Windows-1252 where a single byte late in the file is no UTF-8', async () => {
    const source = file('a,b\n'.repeat(20_000), bytes(0x92), '\n')
    expect(await readFileBytes(source)).toMatchObject({ encoding: 'windows-1252', invalid: 0 })
    expect((await text(source)).slice(-2)).toBe('’\n')
  })

  it('may hold bytes that Windows-1252 leaves undefined, which are counted', async () => {
    expect(await readFileBytes(file('a', bytes(0x81, 0x89, 0xdb, 0xaa)))).toMatchObject({ invalid: 1 })
  })

  it('stay UTF-8 where a mark says so, whatever broke later', async () => {
    const source = file(bytes(0xef, 0xbb, 0xbf), 'año', bytes(0xff), '\n')
    expect(await readFileBytes(source)).toMatchObject({ encoding: 'utf-8', invalid: 1 })
    expect(await text(source)).toBe('año\ufffd\n')
  })

  it('are UTF-16 by their mark, as Excel saves "Unicode text"', async () => {
    const little = Buffer.from('\ufeffid\tñ\n', 'utf16le')
    expect(await readFileBytes(file(little))).toMatchObject({ encoding: 'utf-16le', bom: true })
    expect(await text(file(little))).toBe('id\tñ\n')
    expect(await text(file(Buffer.from(little).swap16()))).toBe('id\tñ\n')
  })

  it('are one text however they are cut', async () => {
    const whole = Buffer.from('\ufeffa,ñ€😀\r\n"b ""c""",d\r\n')
    for (let length = 1; length <= whole.length; length++)
      expect(await text(inChunks(whole, length))).toBe('a,ñ€😀\r\n"b ""c""",d\r\n')
  })

  it('have the digest that sha256sum gives', async () => {
    const source = file('id,', 'wave\n')
    expect(await readFileBytes(source)).toMatchObject({
      bytes: 8,
      sha256: createHash('sha256').update('id,wave\n').digest('hex')
    })
  })

  it.each([
    ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]],
    ['jpeg', [0xff, 0xd8, 0xff, 0xe0, 0, 16]],
    ['gif', [...Buffer.from('GIF89a')]],
    ['pdf', [...Buffer.from('%PDF-1.7')]],
    ['xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
    ['xlsx', [0x50, 0x4b, 3, 4, 20, 0, 6, 0, ...Array<number>(22).fill(0), ...Buffer.from('[Content_Types].xml')]],
    ['zip', [0x50, 0x4b, 3, 4, 20, 0, 0, 0, ...Array<number>(22).fill(0), ...Buffer.from('notes.txt')]],
    ['html', [...Buffer.from('<!DOCTYPE html><title>Sign in</title>')]]
  ])('are refused where they are a %s, also one byte at a time', async (kind, head) => {
    const values = { code: 'not-a-table', values: { kind } }
    expect(await refusal(readFileBytes(file(Uint8Array.from(head))))).toMatchObject(values)
    expect(await refusal(readFileBytes(inChunks(Uint8Array.from(head), 1)))).toMatchObject(values)
  })

  it('are refused with the place of a NUL, wherever it lies', async () => {
    const late = file('a'.repeat(70_000), bytes(0x62, 0x00))
    expect(await refusal(readFileBytes(late))).toMatchObject({ code: 'nul-byte', values: { byte: 70_001 } })
    expect(await refusal(readFileBytes(file('a,b\n1,\0')))).toMatchObject({ code: 'nul-byte', values: { byte: 6 } })
    expect(await refusal(readFileBytes(inChunks(Buffer.from('a\0'), 1)))).toMatchObject({ values: { byte: 1 } })
  })

  it('are refused where there are none', async () => {
    expect(await refusal(readFileBytes(file()))).toMatchObject({ code: 'empty-file', row: null })
  })
})
