import type { ByteSource } from './byteSource.ts'
import { byteOrderMark } from './encoding.ts'
import type { FileLayout } from './fileOverview.ts'

const chunkLength = 65_536

/**
 * The file as UTF-8 without a byte order mark, in chunks of at most 64 KB whatever the source hands out. Bytes that the
 * encoding does not know become U+FFFD; nothing throws for content.
 */
export async function* utf8Chunks(
  source: ByteSource,
  { encoding }: Pick<FileLayout, 'encoding'>
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding)
  const encoder = new TextEncoder()
  let start: Uint8Array | null = new Uint8Array(0)
  for await (const chunk of source()) {
    let bytes = chunk
    if (start) {
      bytes = new Uint8Array(start.length + chunk.length)
      bytes.set(start)
      bytes.set(chunk, start.length)
      start = bytes.length < 3 ? bytes : null
      if (start) continue
      bytes = withoutMark(bytes)
    }
    yield* pieces(encoding === 'utf-8' ? bytes : encoder.encode(decoder.decode(bytes, { stream: true })))
  }
  if (start) yield* pieces(encoder.encode(decoder.decode(withoutMark(start), { stream: true })))
  const rest = encoder.encode(decoder.decode())
  if (rest.length > 0) yield rest
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(byteOrderMark(bytes)?.length ?? 0)
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkLength) yield bytes.subarray(at, at + chunkLength)
}
