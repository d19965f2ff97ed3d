import { createReadStream } from 'node:fs'
import type { Instrument } from '#lib/domain/instruments/instrument.ts'
import type { ByteSource } from '#lib/reading/byteSource.ts'
import type { FileOverview } from '#lib/reading/fileOverview.ts'
import { fileOverview } from '#lib/reading/overview.ts'
import { type Problem, UnreadableFile } from '#lib/reading/problem.ts'

/** A file on this machine's disk, for the command line. */
export function fileSource(path: string): ByteSource {
  return () => createReadStream(path)
}

/** What a file is believed to be, or the one reason for which nothing of it can be read. */
export async function readFileOverview(
  source: ByteSource,
  instruments: readonly Instrument[]
): Promise<{ overview: FileOverview; unreadable?: undefined } | { overview?: undefined; unreadable: Problem }> {
  try {
    return { overview: await fileOverview(source, instruments) }
  } catch (error) {
    if (error instanceof UnreadableFile) return { unreadable: error.problem }
    throw error
  }
}
