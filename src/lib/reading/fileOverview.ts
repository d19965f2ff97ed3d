import type { Wave } from '../domain/wave.ts'
import type { Mapping } from './mapping.ts'
import type { Problem } from './problem.ts'
import type { Reason } from './reason.ts'

export type Platform =
  | 'qualtrics'
  | 'surveymonkey'
  | 'google-forms'
  | 'microsoft-forms'
  | 'kobotoolbox'
  | 'redcap'
  | 'limesurvey'
  | 'typeform'
  | 'jotform'
  | 'plain'

export type ColumnRole =
  | 'participant'
  | 'program'
  | 'cohort'
  | 'item'
  | 'total'
  | 'wave'
  | 'date'
  | 'dimension'
  | 'attendance'
  | 'arm'
  | 'status'
  | 'personal'
  | 'comment'
  | 'choice'
  | 'score'
  | 'ignored'

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'

/** How the bytes become records. Found once by looking, then used for every further pass over the file. */
export interface FileLayout {
  encoding: Encoding
  bom: boolean
  delimiter: ',' | ';' | '\t'
  lineEnding: 'lf' | 'crlf' | 'cr' | 'mixed'
  platform: Platform
  /** How many of the first records are headers: 1, Qualtrics 3 (legacy 2), 0 where there is none. */
  headerRows: number
  /** One per column, in file order; `name` is unique (`name#1`, `name#2` where headers repeat) and is what mappings use. */
  columns: { index: number; name: string; question: string | null }[]
}

/** What Kith believes a file to be, with the reason for each belief. Printed by `kith read --json`. */
export interface FileOverview {
  file: { bytes: number; sha256: string } & Pick<FileLayout, 'encoding' | 'bom' | 'delimiter' | 'lineEnding'>
  platform: Platform
  /** Why this platform: what was seen. */
  platformReason: Reason
  headerRows: number
  /** Responses, without header rows and without empty lines at the end. */
  records: number
  columns: { index: number; name: string; question: string | null; role: ColumnRole; reason: Reason }[]
  instruments: {
    instrument: string
    scale: string
    wave: Wave | null
    columns: number[]
    order: string | null
    codes: string | null
    confidence: number
    reason: Reason
  }[]
  personal: { index: number; kind: 'email' | 'name' | 'phone' | 'ip-address' | 'location' }[]
  warnings: Problem[]
  errors: Problem[]
  /** For the page: up to 12 different short answers of each column, commonest first. Not printed by the command line. */
  answers: { index: number; values: { text: string; count: number }[]; more: boolean }[]
  layout: FileLayout
  suggestion: Mapping
}
