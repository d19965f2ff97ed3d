import { createHash } from 'node:crypto'
import type { ByteSource } from './byteSource.ts'
import { fileKind } from './fileKind.ts'
import type { Encoding } from './fileOverview.ts'
import { UnreadableFile } from './problem.ts'

/** What one look at all bytes of a file tells. */
export interface FileBytes {
  bytes: number
  /** Lower-case hexadecimal. */
  sha256: string
  encoding: Encoding
  bom: boolean
  /** How many characters the encoding cannot explain: shown as a replacement, worth a warning. */
  invalid: number
}

const headLength = 4096
/** Every signature lies within these. */
const signatureLength = 512

/**
 * Reads a file once, whole, and says how its bytes are text: UTF-8 where all of it is, else Windows-1252; UTF-16 by its
 * byte order mark. Memory stays flat. Throws UnreadableFile: empty-file, not-a-table (with its kind), nul-byte (with
 * its place).
 */
export async function readFileBytes(source: ByteSource): Promise<FileBytes> {
  const hash = createHash('sha256')
  const strict = new TextDecoder('utf-8', { fatal: true })
  let head: Uint8Array = new Uint8Array(0)
  let mark: ReturnType<typeof byteOrderMark> | undefined
  let bytes = 0
  let isUtf8 = true
  let undefinedBytes = 0
  for await (const chunk of source()) {
    if (chunk.length === 0) continue
    hash.update(chunk)
    if (head.length < headLength) head = joined(head, chunk.subarray(0, headLength - head.length))
    if (mark === undefined && head.length >= signatureLength) mark = opening(head)
    if (!mark?.encoding.startsWith('utf-16')) refuseNul(chunk, bytes, mark === undefined)
    if (isUtf8) isUtf8 = decodes(strict, chunk)
    undefinedBytes += countUndefined(chunk)
    bytes += chunk.length
  }
  if (bytes === 0) throw unreadable('empty-file')
  mark ??= opening(head)
  if (isUtf8) isUtf8 = decodes(strict)
  const facts = { bytes, sha256: hash.digest('hex'), bom: mark !== null }
  if (mark?.encoding.startsWith('utf-16')) return { ...facts, encoding: mark.encoding, invalid: 0 }
  refuseNul(head, 0, false)
  if (isUtf8) return { ...facts, encoding: 'utf-8', invalid: 0 }
  // A byte order mark says UTF-8 whatever broke later on: one bad byte must not garble every accent.
  if (mark) return { ...facts, encoding: 'utf-8', invalid: 1 }
  return { ...facts, encoding: 'windows-1252', invalid: undefinedBytes }
}

function opening(head: Uint8Array): ReturnType<typeof byteOrderMark> {
  const kind = fileKind(head)
  if (kind) throw unreadable('not-a-table', { kind })
  return byteOrderMark(head)
}

/** The encoding that the first bytes declare, and how long the declaration is. Null where there is none. */
export function byteOrderMark(head: Uint8Array): { encoding: Encoding; length: number } | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', length: 2 }
  return null
}

function decodes(decoder: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false
  }
}

/** While the first bytes are still gathering, a NUL may yet turn out to belong to UTF-16 or to a picture. */
function refuseNul(chunk: Uint8Array, before: number, gathering: boolean): void {
  if (gathering) return
  const at = chunk.indexOf(0)
  if (at >= 0) throw unreadable('nul-byte', { byte: before + at })
}

/** The five bytes that Windows-1252 leaves undefined. */
function countUndefined(chunk: Uint8Array): number {
  let count = 0
  for (const byte of chunk) {
    if (byte >= 0x81 && (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d)) count++
  }
  return count
}

function joined(head: Uint8Array, more: Uint8Array): Uint8Array {
  const both = new Uint8Array(head.length + more.length)
  both.set(head)
  both.set(more, head.length)
  return both
}

function unreadable(code: 'empty-file' | 'not-a-table' | 'nul-byte', values: Record<string, string | number> = {}) {
  return new UnreadableFile({ code, row: null, column: null, values })
}
