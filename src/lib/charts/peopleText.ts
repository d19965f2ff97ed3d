import type { Audience } from '#lib/domain/privacy/policy.ts'
import * as m from '#lib/messages/generated/messages.js'
import { formatNumber } from '#lib/ui/formatNumber.ts'

/** "41 people"; "about 40 people" where the count was rounded for readers outside the organisation (P9). */
export function peopleText(people: number, { audience, locale }: { audience: Audience; locale: string }): string {
  const n = formatNumber(people, { locale })
  return audience === 'team' ? m.charts_people({ n }) : m.charts_people_about({ n })
}
