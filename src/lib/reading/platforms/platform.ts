import type { ColumnRole, FileOverview, Platform } from '../fileOverview.ts'
import type { Reason } from '../reason.ts'

/** The first records of a file, header rows included. */
export type Head = readonly (readonly string[])[]

export interface Recognition {
  /** 0 to 1; the surest platform wins. */
  confidence: number
  headerRows: number
  reason: Reason
}

/** A column that the platform writes itself, whatever was asked. */
export interface PlatformColumn {
  role: ColumnRole
  /** What it is good for, where that goes beyond its role. */
  is?: 'response-id' | 'own-id' | 'finished' | 'kind'
  personal?: FileOverview['personal'][number]['kind']
  /** Among several dates the highest is the response's date. */
  rank?: number
}

/** One survey tool: how its exports are known, and what its own columns are. Nothing outside its file knows it. */
export interface SurveyPlatform {
  id: Platform
  recognise(head: Head): Recognition | null
  /** By the column's name without case, spaces and punctuation. */
  own: Readonly<Record<string, PlatformColumn>>
  /** Which header row holds names and which holds question texts, from 0; null where there is none. */
  headerRoles(headerRows: number): { name: number; question: number | null }
}
