import type { Instrument } from '#lib/domain/instruments/instrument.ts'
import type { ByteSource } from '#lib/reading/byteSource.ts'
import type { FileLayout } from '#lib/reading/fileOverview.ts'
import type { Mapping } from '#lib/reading/mapping.ts'
import type { Problem } from '#lib/reading/problem.ts'
import type { UploadSummary } from './uploadSummary.ts'

/** One file and what stands where in it, ready to be tried or committed. */
export interface ImportRequest {
  orgId: string
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

export interface ImportResult {
  /** The upload that holds these answers: this one, or for `unchanged` the earlier one. */
  upload: string
  /** `checked`: what a commit would do; the database is as it was. So it is after `refused` and `unchanged`. */
  status: 'committed' | 'unchanged' | 'refused' | 'checked'
  summary: UploadSummary
  /** The first thousand in the order of the rows, and how many there are in all. */
  problems: Problem[]
  problemCount: number
  /** Release versions of the touched programs, by program id. */
  published: Record<string, number>
}

export const emptySummary: UploadSummary = {
  rows: { read: 0, kept: 0, empty: 0, used: 0, setAside: 0 },
  submissions: { added: 0, replaced: 0, unchanged: 0 },
  attributes: { added: 0, replaced: 0, unchanged: 0 },
  participants: { total: 0, matchedToOtherWave: 0 }
}
