import type { InterpretedRow } from './interpretedRow.ts'
import type { RowReader } from './rowInterpretation.ts'
import { type ResolvedMapping, valueKey } from './resolvedMapping.ts'

/**
 * What a row says of its person beside answers: the arm, the band in each dimension, sessions attended. Who describes
 * themselves in words that no band names is left out of that comparison only; people may call themselves what they like.
 */
export function rowAttributes(mapping: ResolvedMapping, reader: RowReader): InterpretedRow['attributes'] {
  const attributes: InterpretedRow['attributes'] = []
  if (mapping.arm) {
    const text = reader.text(mapping.arm.index)
    const value = mapping.arm.values.get(valueKey(text))
    if (value !== undefined) attributes.push({ name: 'arm', value })
    else if (text !== '') reader.refuse('unknown-arm', mapping.arm.index, { value: text })
  }
  for (const { dimension, index, bands } of mapping.dimensions) {
    const value = bands.get(valueKey(reader.text(index)))
    if (value !== undefined) attributes.push({ name: `dimension:${dimension}`, value })
  }
  const sessions = reader.text(mapping.attendance)
  if (sessions === '') return attributes
  const count = Number(sessions.replace(',', '.'))
  if (Number.isNaN(count)) reader.refuse('not-a-number', mapping.attendance, { value: sessions })
  else if (count < 0) reader.refuse('out-of-range', mapping.attendance, { value: sessions, min: 0, max: 1000 })
  else attributes.push({ name: 'attendance', value: String(count) })
  return attributes
}
