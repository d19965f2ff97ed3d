import type { Instrument } from '../domain/instruments/instrument.ts'
import type { ByteSource } from './byteSource.ts'
import type { FileLayout } from './fileOverview.ts'
import { rowInterpretation } from './rowInterpretation.ts'
import type { InterpretedRow } from './interpretedRow.ts'
import type { Mapping } from './mapping.ts'
import { records } from './records.ts'
import { resolvedMapping } from './resolvedMapping.ts'

export { responseIdColumn } from './layout.ts'
export { mappingProblems } from './mappingProblems.ts'

/**
 * What each response of a file says under a mapping that `mappingProblems` finds nothing wrong with, one row at a time.
 * Never throws for what a cell holds: each row carries all its problems, and a row with any is set aside whole.
 */
export async function* interpretedRows(
  source: ByteSource,
  layout: FileLayout,
  mapping: Mapping,
  instruments: readonly Instrument[]
): AsyncGenerator<InterpretedRow> {
  const resolved = resolvedMapping(layout, mapping, instruments)
  const names = layout.columns.map(({ name }) => name)
  let seen = 0
  for await (const record of records(source, layout)) {
    if (seen++ >= layout.headerRows) yield rowInterpretation(record, resolved, names)
  }
}
