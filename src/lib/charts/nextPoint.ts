/**
 * Where a key leads from a point of a chart: left and right along all points, up and down between rows (to the place of
 * the same order, or the last of a shorter row), Home and End to the first and the last. Undefined for other keys, and
 * where there is nothing further.
 *
 *     before(0)  after(1)        `rows` holds the number of points in each row: [2, 1]
 *          change(2)
 */
export function nextPoint(rows: readonly number[], at: number, key: string): number | undefined {
  const points = rows.reduce((sum, count) => sum + count, 0)
  const target = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    ArrowUp: inRow(rows, at, -1),
    ArrowDown: inRow(rows, at, 1),
    Home: 0,
    End: points - 1
  }[key]
  return target !== undefined && target >= 0 && target < points && target !== at ? target : undefined
}

function inRow(rows: readonly number[], at: number, step: -1 | 1): number | undefined {
  const starts = rows.map((_, row) => rows.slice(0, row).reduce((sum, count) => sum + count, 0))
  const row = starts.findLastIndex((start) => start <= at)
  const [start, count] = [starts[row + step], rows[row + step]]
  if (start === undefined || count === undefined) return undefined
  return start + Math.min(at - (starts[row] ?? 0), count - 1)
}
