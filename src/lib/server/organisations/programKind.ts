/** What community support comes as; each has a message of its own. */
export const programKinds = [
  'support-group',
  'group-therapy',
  'peer-support',
  'helpline',
  'befriending',
  'volunteering',
  'activity',
  'club',
  'course',
  'campaign',
  'online-community',
  'place',
  'counselling',
  'outreach',
  'faith-or-leaders',
  'partnership'
] as const

export type ProgramKind = (typeof programKinds)[number]

/** The kind under which a program is kept, or null where it has none that is known here. */
export function programKind(text: string | null): ProgramKind | null {
  return programKinds.find((kind) => kind === text) ?? null
}
