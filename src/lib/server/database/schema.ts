import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { InstrumentInput } from '#lib/domain/instruments/instrument.ts'
import type { Mapping } from '#lib/reading/mapping.ts'
import type { UploadSummary } from '#lib/server/uploads/uploadSummary.ts'

/** Schema kith as the app sees it. A bigint is a string here: it may be larger than a JavaScript number holds. */
export interface KithDatabase {
  'kith.organisation': {
    org_id: Generated<string>
    name: string
    is_sample: Generated<boolean>
    pseudonym_salt: Generated<string>
    next_commit: Generated<string>
    created_at: Generated<Date>
    deleted_at: Generated<Date | null>
  }
  'kith.membership': { org_id: string; user_id: string; role: Role }
  'kith.program': {
    org_id: string
    id: Generated<string>
    name: string
    kind: Generated<string | null>
    people: Generated<string>
    description: Generated<string>
    created_at: Generated<Date>
    archived_at: Generated<Date | null>
    merged_into: Generated<string | null>
  }
  'kith.cohort': {
    org_id: string
    program_id: string
    id: Generated<string>
    name: string
    registered: number | null
    /** ISO dates. */
    starts_on: Generated<string | null>
    ends_on: Generated<string | null>
  }
  'kith.dimension': { org_id: string; id: string; name: string; ordered: boolean }
  'kith.band': { org_id: string; dimension_id: string; id: string; place: number; name: string }
  'kith.measure': { org_id: string; id: string; version: number; definition: JSONColumnType<InstrumentInput> }
  'kith.upload': {
    org_id: string
    id: string
    status: 'received' | 'committed' | 'undone'
    file_name: string
    file_bytes: ColumnType<string, number | string, number | string>
    file_sha256: string
    mapping: JSONColumnType<Mapping> | null
    mapping_sha256: string | null
    commit_number: string | null
    uploaded_by: string | null
    received_at: Generated<Date>
    committed_at: Date | null
    undone_at: Date | null
    summary: JSONColumnType<UploadSummary> | null
  }
  'kith.submission': SubmissionTable
  'kith.current_submission': SubmissionTable
  'kith.attribute': AttributeTable
  'kith.current_attribute': AttributeTable
  'kith.release': {
    org_id: string
    node: string
    audience: 'team' | 'shared'
    version: number
    body: string
    sha256: string
    published_at: Generated<Date>
  }
  'kith.audit': {
    org_id: string
    seq: ColumnType<string, number | string, never>
    at: Date
    actor: string
    action: string
    object: string
    prev_hash: string
    hash: string
  }
}

export type Role = 'owner' | 'manager' | 'uploader' | 'viewer'

interface SubmissionTable {
  org_id: string
  program_id: string
  instrument_id: string
  cohort_id: string
  pseudonym: string
  wave: string
  commit_number: string
  score: number | null
  subscores: (number | null)[]
  definition_version: number
  complete: boolean
  date: string | null
  answers: (number | null)[] | null
  upload_id: string
}

interface AttributeTable {
  org_id: string
  program_id: string
  cohort_id: string
  pseudonym: string
  name: string
  commit_number: string
  value: string
  upload_id: string
}
