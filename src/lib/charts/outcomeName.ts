import type { Outcome } from '#lib/domain/privacy/release.ts'
import type { Released } from '#lib/domain/privacy/released.ts'
import type { Locale } from '#lib/messages/generated/runtime.js'
import { measureName, scaleName } from '#lib/ui/measureName.ts'

/** The questionnaire in the reader's language, with the subscale where the figures are of one part of it. */
export function outcomeName({ instrument, name, scale }: Released<Outcome>, locale: Locale): string {
  const measure = measureName(instrument, name, locale)
  return scale === 'total' ? measure : `${measure}: ${scaleName(scale, locale)}`
}
