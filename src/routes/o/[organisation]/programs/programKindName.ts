import * as m from '#lib/messages/generated/messages.js'
import type { ProgramKind } from '#lib/server/organisations/programKind.ts'

const names: Record<ProgramKind, () => string> = {
  'support-group': m.programs_kind_support_group,
  'group-therapy': m.programs_kind_group_therapy,
  'peer-support': m.programs_kind_peer_support,
  helpline: m.programs_kind_helpline,
  befriending: m.programs_kind_befriending,
  volunteering: m.programs_kind_volunteering,
  activity: m.programs_kind_activity,
  club: m.programs_kind_club,
  course: m.programs_kind_course,
  campaign: m.programs_kind_campaign,
  'online-community': m.programs_kind_online_community,
  place: m.programs_kind_place,
  counselling: m.programs_kind_counselling,
  outreach: m.programs_kind_outreach,
  'faith-or-leaders': m.programs_kind_faith_or_leaders,
  partnership: m.programs_kind_partnership
}

/** A kind of program in words. */
export function programKindName(kind: ProgramKind): string {
  return names[kind]()
}

/** What can be chosen as a kind, beginning with none. */
export function programKindOptions(): { value: string; label: string }[] {
  return [
    { value: '', label: m.programs_kind_none() },
    ...Object.entries(names).map(([value, name]) => ({ value, label: name() }))
  ]
}

/** The line above a program's name: its kind, and whom it is for. */
export function programLine({ kind, people }: { kind: ProgramKind | null; people: string }): string | undefined {
  return [kind === null ? '' : programKindName(kind), people].filter(Boolean).join(' · ') || undefined
}
