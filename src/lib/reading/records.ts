import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
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

const recordEnds: Record<FileLayout['lineEnding'], string[]> = {
  lf: ['\r\n', '\n'],
  crlf: ['\r\n', '\n'],
  cr: ['\r\n', '\n', '\r'],
  mixed: ['\r\n', '\n', '\r']
}

/**
 * The records of a file, one at a time, header rows included. Rows in which every cell is empty are no records; they
 * are only counted. Rows of another length than the header come as they are; stray quotes stay in their cell.
 * Throws UnreadableFile: unclosed-quote or record-too-long, each with its row.
 */
export async function* records(source: ByteSource, dialect: Dialect): AsyncGenerator<FileRecord> {
  const parser = parse({
    delimiter: dialect.delimiter,
    record_delimiter: recordEnds[dialect.lineEnding],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: recordLimit
  })
  const progress = { records: 0, lineBreak: false }

  async function* watched(): AsyncGenerator<Uint8Array> {
    let since = 0
    for await (const chunk of utf8Chunks(source, dialect)) {
      if (parser.info.records !== progress.records) {
        progress.records = parser.info.records
        progress.lineBreak = false
        since = 0
      }
      since += chunk.length
      if (since > chunk.length) progress.lineBreak ||= chunk.includes(10)
      // The parser's own limit does not see a record that is nothing but delimiters.
      if (since > recordLimit + 262_144) throw tooLong(progress.records + 1, progress.lineBreak)
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
    throw refusal(error, parser.info.records + 1, progress.lineBreak)
  } finally {
    parser.destroy()
    await fed
  }
}

function isTextRow(value: unknown): value is string[] {
  return Array.isArray(value)
}

function refusal(error: unknown, row: number, lineBreak: boolean): unknown {
  if (!(error instanceof CsvError)) return error
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return unclosed(row)
  if (error.code === 'CSV_MAX_RECORD_SIZE') return tooLong(row, lineBreak)
  return error
}

/** Only an open quote lets a record go on over a line break. */
function tooLong(row: number, lineBreak: boolean): UnreadableFile {
  if (lineBreak) return unclosed(row)
  return new UnreadableFile({ code: 'record-too-long', row, column: null, values: { limit: recordLimit } })
}

function unclosed(row: number): UnreadableFile {
  return new UnreadableFile({ code: 'unclosed-quote', row, column: null, values: {} })
}
