/** Whether a row has other cells than the header, empty ones at its end aside: spreadsheets add and drop those freely. */
export function isRagged(cells: readonly string[], width: number): boolean {
  if (cells.length > width) return cells.slice(width).some((cell) => cell.trim() !== '')
  return cells.length < width - trailingAllowance(cells, width)
}

/**
 * How many cells a short row may lack. A row that lacks its end may as well have lost a cell in its middle, and then
 * every answer after it stands in the wrong column; only a row whose own end is empty shows that its end was dropped.
 */
function trailingAllowance(cells: readonly string[], width: number): number {
  const last = cells.at(-1)
  return last !== undefined && last.trim() === '' ? width : 0
}
