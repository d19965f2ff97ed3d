import type { Head, SurveyPlatform } from './platform.ts'

/** Any table: one header row, or none where the first row holds nothing but numbers. */
export const plain: SurveyPlatform = {
  id: 'plain',
  own: {},
  recognise: (head) =>
    hasHeader(head)
      ? { confidence: 0.1, headerRows: 1, reason: { code: 'platform-plain', values: {} } }
      : { confidence: 0.1, headerRows: 0, reason: { code: 'platform-no-header', values: {} } },
  headerRoles: () => ({ name: 0, question: null })
}

/** Question numbers 1, 2, 3 ... are a header; other rows of nothing but numbers are answers. */
function hasHeader(head: Head): boolean {
  const cells = (head[0] ?? []).map((cell) => cell.trim())
  if (cells.some((cell) => !/^-?\d+([.,]\d+)?$/.test(cell))) return true
  return cells.length > 1 && cells.every((cell, index) => Number(cell) === index + Number(cells[0]))
}
