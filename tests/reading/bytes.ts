import type { ByteSource } from '#lib/reading/byteSource.ts'
import { UnreadableFile, type Problem } from '#lib/reading/problem.ts'

/** A file of these texts or bytes, handed out one chunk for each. */
export function file(...chunks: (string | Uint8Array)[]): ByteSource {
  return async function* () {
    for (const chunk of chunks) yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
  }
}

/** The same bytes in chunks of this length. */
export function inChunks(bytes: Uint8Array, length: number): ByteSource {
  return async function* () {
    for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
  }
}

export async function collected<Element>(elements: AsyncIterable<Element>): Promise<Element[]> {
  const list: Element[] = []
  for await (const element of elements) list.push(element)
  return list
}

/** The problem with which reading refuses; fails where it does not. */
export async function refusal(reading: Promise<unknown>): Promise<Problem> {
  const error = await reading.then(
    () => null,
    (reason: unknown) => reason
  )
  if (error instanceof UnreadableFile) return error.problem
  throw error ?? new Error('The file was read.')
}
