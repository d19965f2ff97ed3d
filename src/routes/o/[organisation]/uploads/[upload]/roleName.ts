import * as m from '#lib/messages/generated/messages.js'
import type { ColumnRole } from '#lib/reading/fileOverview.ts'

const names: Record<ColumnRole, () => string> = {
  participant: m.uploads_role_participant,
  program: m.uploads_role_program,
  cohort: m.uploads_role_cohort,
  item: m.uploads_role_item,
  total: m.uploads_role_total,
  wave: m.uploads_role_wave,
  date: m.uploads_role_date,
  dimension: m.uploads_role_dimension,
  attendance: m.uploads_role_attendance,
  arm: m.uploads_role_arm,
  status: m.uploads_role_status,
  personal: m.uploads_role_personal,
  comment: m.uploads_role_comment,
  choice: m.uploads_role_choice,
  score: m.uploads_role_score,
  ignored: m.uploads_role_ignored
}

/** What a column is taken as, in words. */
export function roleName(role: ColumnRole): string {
  return names[role]()
}
