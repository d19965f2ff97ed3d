import type { ByteSource } from './byteSource.ts'
import { readDialect } from './dialect.ts'
import { type FileBytes, readFileBytes } from './encoding.ts'
import type { FileLayout } from './fileOverview.ts'
import { platformOf, recognisedPlatform } from './platforms/index.ts'
import type { SurveyPlatform } from './platforms/platform.ts'
import { UnreadableFile } from './problem.ts'
import type { Reason } from './reason.ts'
import { columnLimit, records, tooManyColumns } from './records.ts'
import { oneLine, textKey } from './textKey.ts'

/** Header rows and a few responses: enough to know any platform by. */
const headLength = 12

export interface FoundLayout {
  layout: FileLayout
  bytes: FileBytes
  platformReason: Reason
}

/**
 * How a file's bytes become responses: one pass over all bytes, and a look at the first records. Throws UnreadableFile
 * where there is nothing to read, or too many columns.
 */
export async function readLayout(source: ByteSource): Promise<FoundLayout> {
  const bytes = await readFileBytes(source)
  const dialect = { encoding: bytes.encoding, ...(await readDialect(source, bytes.encoding)) }
  const head: string[][] = []
  let firstRow = 1
  for await (const { row, cells } of records(source, dialect)) {
    if (head.length === 0) firstRow = row
    if (cells.length > columnLimit && head.length === 0) throw tooManyColumns(cells.length, row)
    head.push(cells)
    if (head.length === headLength) break
  }
  if (head.length === 0) throw unreadable('empty-file', null)
  const { platform, headerRows, reason } = recognisedPlatform(head)
  if (head.length <= headerRows) throw unreadable('header-only', firstRow + head.length - 1)
  const layout = {
    encoding: bytes.encoding,
    bom: bytes.bom,
    delimiter: dialect.delimiter,
    lineEnding: dialect.lineEnding,
    platform: platform.id,
    headerRows,
    columns: columnsOf(head, platform, headerRows)
  }
  return { layout, bytes, platformReason: reason }
}

/** The column with the platform's own id of each response, where it has one: it tells responses apart, not people. */
export function responseIdColumn(layout: FileLayout): number | null {
  const { own } = platformOf(layout.platform)
  const isId = (text: string | null) => text !== null && own[textKey(text)]?.is === 'response-id'
  return layout.columns.find(({ name, question }) => isId(name) || isId(question))?.index ?? null
}

function columnsOf(head: string[][], platform: SurveyPlatform, headerRows: number): FileLayout['columns'] {
  const roles = platform.headerRoles(headerRows)
  const width = Math.max(...head.slice(0, Math.max(headerRows, 1)).map((record) => record.length))
  const text = (row: number | null, index: number) => (row === null ? '' : oneLine(head[row]?.[index] ?? ''))
  const plainNames = Array.from({ length: width }, (_, index) =>
    headerRows === 0 ? `column ${index + 1}` : text(roles.name, index) || `column ${index + 1}`
  )
  const names = uniqueNames(plainNames)
  return names.map((name, index) => ({ index, name, question: text(roles.question, index) || null }))
}

/** Repeated names get their number: `name#1`, `name#2`; a bare name never silently means the first of several. */
export function uniqueNames(names: readonly string[]): string[] {
  const total = new Map<string, number>()
  for (const name of names) total.set(name, (total.get(name) ?? 0) + 1)
  const taken = new Set(names.filter((name) => total.get(name) === 1))
  const next = new Map<string, number>()
  return names.map((name) => {
    if (total.get(name) === 1) return name
    let number = (next.get(name) ?? 0) + 1
    while (taken.has(`${name}#${number}`)) number++
    next.set(name, number)
    taken.add(`${name}#${number}`)
    return `${name}#${number}`
  })
}

function unreadable(code: 'empty-file' | 'header-only', row: number | null): UnreadableFile {
  return new UnreadableFile({ code, row, column: null, values: {} })
}
