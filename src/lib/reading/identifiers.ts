import { type ColumnValues } from './columnValues.ts'
import type { FileOverview } from './fileOverview.ts'
import type { Reason } from './reason.ts'
import { textWords } from './textKey.ts'

export type PersonalKind = FileOverview['personal'][number]['kind']

/** Looked for in headers and questions, as whole words. The narrow ones keep "the name of your phone" out. */
const names: readonly [PersonalKind, RegExp][] = [
  ['email', / (e ?mail|email ?address|mailadresse|correo|courriel) /],
  ['ip-address', / ip ?(address|adresse)? $| ip ?address | ipaddress /],
  ['phone', / (phone|telephone|mobile|cell|contact) ?(number|no|nr) | (telefon|telefonnummer|handynummer|handy) $/],
  ['phone', /^ (your )?(phone|telephone|tel|mobile|mobile phone|cell ?phone) $/],
  ['location', / (latitude|longitude|postcode|post code|zip|zip ?code|postleitzahl|plz|gps) /],
  ['location', / (home|street|postal|your|mailing) address | street /],
  ['name', /^ (name|names|nom|nombre|vorname|nachname|surname|forename) $/],
  ['name', / (first|last|full|given|family|middle|maiden|sur|recipient ?first|recipient ?last|child s) ?names? /],
  ['name', / your (first |last |full |own )?names? $| your (first |last |full )?names? (and|or|please|in) /]
]

/** Whether a column holds personal data, by its name or by what stands in it. Such a column is shown, never stored. */
export function personalKind(text: string, values: ColumnValues): { kind: PersonalKind; reason: Reason } | null {
  const byValues = kindOfValues(values)
  if (byValues) return { kind: byValues, reason: { code: 'personal-values', values: { kind: byValues } } }
  const words = textWords(text)
  // A long question that merely mentions a phone or an e-mail asks for something else.
  if (words.trim().split(' ').length > 12) return null
  const named = names.find(([, pattern]) => pattern.test(words))
  return named ? { kind: named[0], reason: { code: 'personal-name', values: { kind: named[0] } } } : null
}

function kindOfValues({ filled, emails, ipAddresses, phones }: ColumnValues): PersonalKind | null {
  if (emails > 0 && emails >= filled / 3) return 'email'
  if (ipAddresses > 0 && ipAddresses >= filled / 2) return 'ip-address'
  return phones > 0 && phones >= filled / 2 ? 'phone' : null
}
