import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse, type Parser } from 'csv-parse'
import type { ByteSource } from './byteSource.ts'
import type { FileLayout } from './fileOverview.ts'
import { UnreadableFile } from './problem.ts'
import { utf8Chunks } from './utf8Chunks.ts'

export interface FileRecord {
  /** As a spreadsheet counts: the first record is row 1, a line break in a cell does not count, an empty line does. */
  row: number
  cells: string[]
}

/** How the bytes become records, before anything is known of the columns. */
export type Dialect = Pick<FileLayout, 'encoding' | 'delimiter' | 'lineEnding'>

/** Longest record in bytes. A quote that is never closed makes all that follows one record, and meets this. */
export const recordLimit = 1_048_576

/** Real files have up to 925 columns. */
export const columnLimit = 2000

const recordEnds: Record<FileLayout['lineEnding'], string[]> = {
  lf: ['\r\n', '\n'],
  crlf: ['\r\n', '\n'],
  cr: ['\r\n', '\n', '\r'],
  mixed: ['\r\n', '\n', '\r']
}

/**
 * The records of a file, one at a time, header rows included. Rows in which every cell is empty are no records; they
 * are only counted. Rows of another length than the header come as they are; stray quotes stay in their cell.
 * Throws UnreadableFile: unclosed-quote, record-too-long or too-many-columns, each with its row.
 */
export async function* records(source: ByteSource, dialect: Dialect): AsyncGenerator<FileRecord> {
  const parser = parse({
    delimiter: dialect.delimiter,
    record_delimiter: recordEnds[dialect.lineEnding],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: recordLimit
  })
  async function* watched(): AsyncGenerator<Uint8Array> {
    let seen = 0
    let since = 0
    for await (const chunk of utf8Chunks(source, dialect)) {
      if (parser.info.records !== seen) since = 0
      seen = parser.info.records
      since += chunk.length
      // The parser's own limit does not see a record that is nothing but delimiters.
      if (since > recordLimit + 262_144) throw tooLong(parser)
      yield chunk
    }
  }

  // Its failures also end the loop below, which is where they are answered.
  const fed = pipeline(Readable.from(watched(), { objectMode: true, highWaterMark: 1 }), parser).catch(() => undefined)
  let row = 0
  try {
    for await (const cells of parser) {
      row++
      if (!isTextRow(cells)) throw new Error('The parser gave something else than a row of texts.')
      if (cells.some((cell) => cell !== '')) yield { row, cells }
    }
  } catch (error) {
    throw refusal(error, parser)
  } finally {
    parser.destroy()
    await fed
  }
}

function isTextRow(value: unknown): value is string[] {
  return Array.isArray(value)
}

function refusal(error: unknown, parser: Parser): unknown {
  if (!(error instanceof CsvError)) return error
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return unclosed(parser.info.records + 1)
  return error.code === 'CSV_MAX_RECORD_SIZE' ? tooLong(parser) : error
}

/** Says what made a record so long: a quote that is still open, too many cells, or neither. */
function tooLong(parser: Parser): UnreadableFile {
  const row = parser.info.records + 1
  const { quoting, cells } = position(parser)
  if (quoting) return unclosed(row)
  if (cells > columnLimit) return tooManyColumns(cells, row)
  return new UnreadableFile({ code: 'record-too-long', row, column: null, values: { limit: recordLimit } })
}

/** Where the parser stopped. It shows its state without promising its shape, so nothing here relies on it being there. */
function position(parser: Parser): { quoting: boolean; cells: number } {
  const state: unknown = Reflect.get(parser, 'state')
  if (typeof state !== 'object' || state === null) return { quoting: false, cells: 0 }
  const quoting = 'quoting' in state && state.quoting === true
  return { quoting, cells: 'record' in state && Array.isArray(state.record) ? state.record.length : 0 }
}

function unclosed(row: number): UnreadableFile {
  return new UnreadableFile({ code: 'unclosed-quote', row, column: null, values: {} })
}

export function tooManyColumns(columns: number, row: number): UnreadableFile {
  return new UnreadableFile({ code: 'too-many-columns', row, column: null, values: { columns, limit: columnLimit } })
}
