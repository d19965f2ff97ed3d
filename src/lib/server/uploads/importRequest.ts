import type { Instrument } from '#lib/domain/instruments/instrument.ts'
import type { ByteSource } from '#lib/reading/byteSource.ts'
import type { FileLayout } from '#lib/reading/fileOverview.ts'
import type { Mapping } from '#lib/reading/mapping.ts'

/** One file and what stands where in it, ready to be tried or committed. */
export interface ImportRequest {
  orgId: string
  /** The organisation's name where this import makes it, so that it exists only if something is kept in it. */
  newOrganisation?: string | undefined
  uploadId: string
  file: { name: string; bytes: number; sha256: string }
  source: ByteSource
  layout: FileLayout
  mapping: Mapping
  /** The catalogue, the organisation's own measures, and those that come with this upload. */
  instruments: readonly Instrument[]
  /** Measures that come with this upload and are kept with the organisation when it is committed. */
  measures: readonly Instrument[]
  /** Makes programs and cohorts that do not exist yet. */
  create: boolean
  /** A user's id, or null for the command line. */
  userId: string | null
  /** ISO date of the day on which figures change. */
  today: string
}
