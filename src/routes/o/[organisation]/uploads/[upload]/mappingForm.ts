import { waveSchema } from '#lib/domain/wave.ts'
import type { InstrumentEntry, Mapping } from '#lib/reading/mapping.ts'
import type { Review } from '#lib/server/uploads/reviewUpload.ts'
import { defaultCohort } from '#lib/server/uploads/completeMapping.ts'

/**
 * The choices of the review page as a mapping. What the page does not ask (dimensions, bands ...) stays as it was; what
 * is not a choice it offered is ignored, and the mapping is checked again where it is kept.
 */
export function mappingFromForm(form: FormData, { mapping, overview }: Review): Mapping {
  const text = (name: string) =>
    String(form.get(name) ?? '')
      .replaceAll('\0', '')
      .trim()
      .slice(0, 200)
  const next: Mapping = { ...mapping }
  const program = text('program') === 'new' ? text('new-program') : text('program')
  if (program !== '') next.program = { fixed: program }
  else delete next.program
  next.cohort = { fixed: text('cohort') || defaultCohort }

  const participant = text('participant')
  if (participant === 'row') next.participant = { row: true }
  else if (participant.startsWith('column:')) next.participant = { column: participant.slice('column:'.length) }
  else delete next.participant

  const wave = text('wave')
  if (wave.startsWith('column:')) next.wave = { column: wave.slice('column:'.length), values: waveValues(form) }
  else if (waveSchema.safeParse(wave).success) next.wave = { fixed: wave }
  else delete next.wave

  next.keep = (overview.suggestion.keep ?? []).filter((_, index) => form.has(`keep-${index}`))
  if (next.keep.length === 0) delete next.keep
  const duplicates = text('duplicates')
  if (duplicates === 'first' || duplicates === 'last' || duplicates === 'refuse') next.duplicates = duplicates

  next.instruments = [
    ...(mapping.instruments ?? []).flatMap((entry, index) => entryFromForm(form, entry, index)),
    ...addedEntry(text('add'))
  ]
  if (next.instruments.length === 0) delete next.instruments
  return next
}

/** Which answers of the wave column mean which wave; answers without a choice are left out and become problems. */
function waveValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of form) {
    const answer = name.startsWith('wave-value:') ? name.slice('wave-value:'.length) : null
    if (answer !== null && typeof value === 'string' && waveSchema.safeParse(value).success) values[answer] = value
  }
  return values
}

function entryFromForm(form: FormData, entry: InstrumentEntry, index: number): InstrumentEntry[] {
  if (form.has(`remove-${index}`)) return []
  const text = (name: string) => String(form.get(`${name}-${index}`) ?? '')
  const next: InstrumentEntry = { ...entry }
  if (waveSchema.safeParse(text('entry-wave')).success) next.wave = text('entry-wave')
  else delete next.wave
  if (text('order') === '') delete next.order
  else next.order = text('order')
  if (typeof next.codes !== 'object') {
    if (text('codes') === '') delete next.codes
    else next.codes = text('codes')
  }
  const items = form.getAll(`item-${index}`).map(String)
  if (items.length > 0) next.items = items.map((name) => (name === '' ? null : name))
  if (form.has(`total-${index}`)) next.total = text('total')
  return [next]
}

/** A questionnaire that Kith did not find by itself; its columns are chosen on the next look. */
function addedEntry(instrument: string): InstrumentEntry[] {
  return instrument === '' ? [] : [{ instrument, items: [] }]
}
