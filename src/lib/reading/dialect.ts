import type { ByteSource } from './byteSource.ts'
import type { FileLayout } from './fileOverview.ts'
import { utf8Chunks } from './utf8Chunks.ts'

const delimiters = [',', ';', '\t'] as const
/** Enough for the header rows of the widest real export and some responses. */
const sampleLength = 262_144
const sampleRecords = 50

/** Delimiter and line ending by looking at the beginning of a file, with quotes respected. */
export async function readDialect(
  source: ByteSource,
  encoding: FileLayout['encoding']
): Promise<Pick<FileLayout, 'delimiter' | 'lineEnding'>> {
  const decoder = new TextDecoder()
  let sample = ''
  for await (const chunk of utf8Chunks(source, { encoding })) {
    sample += decoder.decode(chunk, { stream: true })
    if (sample.length >= sampleLength) break
  }
  const lineEnding = lineEndingOf(sample)
  const scored = delimiters.map((delimiter) => ({ delimiter, score: delimiterScore(sample, delimiter) }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return { delimiter: best.delimiter, lineEnding }
}

/**
 * How well a delimiter explains the records: the share of them with as many cells as the first, times how many cells
 * that makes; 0 where no record is divided. A comma inside German decimals divides rows unevenly and so loses.
 */
function delimiterScore(sample: string, delimiter: string): number {
  const counts = cellCounts(sample, delimiter)
  const first = counts[0] ?? 1
  if (first === 1) return counts.some((count) => count > 1) ? 0.01 : 0
  const alike = counts.filter((count) => count === first).length
  return (alike / counts.length) ** 2 * Math.log2(1 + first)
}

function cellCounts(sample: string, delimiter: string): number[] {
  const counts: number[] = []
  let cells = 1
  let length = 0
  for (const { character, quoted } of characters(sample)) {
    if (quoted) length++
    else if (character === delimiter) cells++
    else if (character === '\n' || character === '\r') {
      if (cells > 1 || length > 0) counts.push(cells)
      if (counts.length >= sampleRecords) return counts
      cells = 1
      length = 0
    } else length++
  }
  // The last record of the sample may be cut off: it counts only where it is all there is.
  if (counts.length === 0 || (sample.length < sampleLength && (cells > 1 || length > 0))) counts.push(cells)
  return counts
}

function lineEndingOf(sample: string): FileLayout['lineEnding'] {
  const seen = new Set<'lf' | 'crlf' | 'cr'>()
  let previous = ''
  for (const { character, quoted } of characters(sample)) {
    if (quoted) continue
    if (character === '\n') seen.add(previous === '\r' ? 'crlf' : 'lf')
    else if (previous === '\r') seen.add('cr')
    previous = character
  }
  if (previous === '\r' && sample.length < sampleLength) seen.add('cr')
  if (seen.size > 1) return 'mixed'
  return [...seen][0] ?? 'lf'
}

/**
 * The characters with whether they stand inside quotes. A quote opens at the start of a cell; before the delimiter is
 * known, after any that might be one.
 */
function* characters(sample: string): Generator<{ character: string; quoted: boolean }> {
  let quoted = false
  let justClosed = false
  let previous = '\n'
  for (const character of sample) {
    if (character === '"' && (quoted || justClosed || ',;\t\n\r'.includes(previous))) {
      justClosed = quoted
      quoted = !quoted
      yield { character, quoted: true }
    } else {
      justClosed = false
      yield { character, quoted }
    }
    previous = character
  }
}
