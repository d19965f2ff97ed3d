import { createReadStream } from 'node:fs'
import type { Instrument } from '#lib/domain/instruments/instrument.ts'
import type { ByteSource } from '#lib/reading/byteSource.ts'
import type { FileOverview } from '#lib/reading/fileOverview.ts'
import { fileOverview } from '#lib/reading/overview.ts'

/** A file on this machine's disk, for the command line. */
export function fileSource(path: string): ByteSource {
  return () => createReadStream(path)
}

/** What a file on this machine's disk is believed to be. */
export async function readFileOverview(path: string, instruments: readonly Instrument[]): Promise<FileOverview> {
  return fileOverview(fileSource(path), instruments)
}
