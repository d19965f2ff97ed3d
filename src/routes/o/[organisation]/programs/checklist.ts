import * as m from '#lib/messages/generated/messages.js'

export interface ChecklistStep {
  title: string
  text?: string
  done: boolean
  action?: { href: string; label: string } | undefined
}

/** What is done on the way to the first figures, and what comes next, each with its act. */
export function checklist(
  base: string,
  { program, before, after, mayManage }: { program: boolean; before: boolean; after: boolean; mayManage: boolean }
): ChecklistStep[] {
  const upload = { href: `${base}/uploads/new`, label: m.uploads_new() }
  return [
    {
      title: m.organisation_checklist_named(),
      done: true,
      action: mayManage ? { href: `${base}/settings`, label: m.organisation_checklist_change() } : undefined
    },
    // Who may not make a program by itself makes it with the first upload.
    ...(mayManage
      ? [
          {
            title: m.organisation_checklist_program(),
            text: m.organisation_checklist_program_text(),
            done: program,
            action: { href: `${base}/programs/new`, label: m.programs_new() }
          }
        ]
      : []),
    {
      title: m.organisation_checklist_before(),
      text: m.organisation_checklist_before_text(),
      done: before,
      action: upload
    },
    {
      title: m.organisation_checklist_after(),
      text: m.organisation_checklist_after_text(),
      done: after,
      action: upload
    },
    {
      title: m.organisation_checklist_figures(),
      text: before && after ? m.organisation_checklist_figures_missing() : m.organisation_checklist_figures_text(),
      done: false,
      action: before && after ? { href: `${base}/uploads`, label: m.organisation_checklist_see_uploads() } : undefined
    }
  ]
}
