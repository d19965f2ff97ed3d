import type { Instrument } from '../domain/instruments/instrument.ts'
import type { ByteSource } from './byteSource.ts'
import { columnBeliefs } from './columns.ts'
import { type ColumnValues, emptyColumnValues, noteCell } from './columnValues.ts'
import type { FileLayout, FileOverview } from './fileOverview.ts'
import { foundColumns } from './foundInstrument.ts'
import { readLayout } from './layout.ts'
import type { Problem } from './problem.ts'
import { foundInstruments, itemGroups } from './recognise.ts'
import { records } from './records.ts'
import { isRagged } from './raggedRow.ts'
import { suggestedMapping } from './suggestion.ts'
import { warnings } from './warnings.ts'

const shownAnswers = 12

/**
 * What a file is believed to be, with the reason for each belief and the mapping that Kith would choose. Reads the file
 * twice, with memory flat. Throws UnreadableFile, with the place, where nothing of it can be read.
 */
export async function fileOverview(source: ByteSource, instruments: readonly Instrument[]): Promise<FileOverview> {
  const { layout, bytes, platformReason } = await readLayout(source)
  const { responses, values, ragged } = await readValues(source, layout)
  const found = foundInstruments(layout, values, instruments)
  const beliefs = columnBeliefs(layout, values, { found, groups: itemGroups(layout) })
  const evidence = { layout, values, beliefs, found }
  const suggestion = suggestedMapping(evidence)
  const { encoding, bom, delimiter, lineEnding, platform, headerRows } = layout
  return {
    file: { bytes: bytes.bytes, sha256: bytes.sha256, encoding, bom, delimiter, lineEnding },
    platform,
    platformReason,
    headerRows,
    records: responses,
    columns: layout.columns.map((column, at) => {
      const belief = beliefs[at]
      return {
        ...column,
        role: belief?.role ?? 'ignored',
        reason: belief?.reason ?? { code: 'nothing-known', values: {} }
      }
    }),
    instruments: found.map((one) => ({
      instrument: one.instrument.id,
      scale: 'total',
      wave: one.wave,
      columns: foundColumns(one),
      order: one.order,
      codes: one.codes,
      confidence: one.confidence,
      reason: one.reason
    })),
    personal: beliefs.flatMap(({ index, personal }) => (personal ? [{ index, kind: personal }] : [])),
    warnings: warnings(evidence, suggestion, { ragged, invalid: bytes.invalid }),
    errors: [],
    answers: layout.columns.map(({ index }) => answersOf(index, values[index], beliefs[index]?.role === 'personal')),
    layout,
    suggestion
  }
}

/** Rows that are shorter or longer than the header: how many, and the first of them as a problem. */
export interface Ragged {
  count: number
  first: Problem | null
}

async function readValues(source: ByteSource, layout: FileLayout) {
  const values = layout.columns.map(emptyColumnValues)
  const ragged: Ragged = { count: 0, first: null }
  let seen = 0
  let responses = 0
  for await (const { row, cells } of records(source, layout)) {
    if (seen++ < layout.headerRows) continue
    responses++
    if (isRagged(cells, values.length)) {
      ragged.count++
      ragged.first ??= {
        code: 'ragged-row',
        row,
        column: null,
        values: { cells: cells.length, expected: values.length }
      }
      continue
    }
    values.forEach((column, index) => noteCell(column, cells[index] ?? '', responses))
  }
  return { responses, values, ragged }
}

/** The commonest short answers, for the page; none of a column with personal data. */
function answersOf(index: number, seen: ColumnValues | undefined, personal: boolean): FileOverview['answers'][number] {
  if (!seen || personal) return { index, values: [], more: seen !== undefined && seen.filled > 0 }
  const sorted = [...seen.texts].sort(([, a], [, b]) => b - a)
  const values = sorted.slice(0, shownAnswers).map(([text, count]) => ({ text, count }))
  return { index, values, more: seen.more || sorted.length > shownAnswers }
}
