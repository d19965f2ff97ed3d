/**
 * P9: every figure is rounded once, here, before it is released; charts, tables and alternative texts use what is
 * rounded. Points and SD to 1 decimal, 2 on scales whose range is under 6; effect sizes 2; shares whole per cent.
 */

/** Decimals for points on a scale. */
export function pointDecimals([min, max]: readonly [number, number]): 1 | 2 {
  return max - min < 6 ? 2 : 1
}

/** Rounds half away from zero, and never to -0. */
export function rounded(value: number, decimals: number): number {
  // Through the decimal text, so that 1.005 (stored a little below) rounds as a person would round it.
  const shifted = Number(`${Math.abs(value).toPrecision(15)}e${decimals}`)
  const magnitude = Number(`${Math.round(shifted)}e-${decimals}`)
  return magnitude === 0 ? 0 : Math.sign(value) * magnitude
}

/** Whole per cent that add to 100 (largest remainders; the earlier one where remainders are equal). */
export function wholePercents(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return counts.map(() => 0)
  const exact = counts.map((count) => (100 * count) / total)
  const percents = exact.map(Math.floor)
  const missing = 100 - percents.reduce((sum, percent) => sum + percent, 0)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of byRemainder.slice(0, missing)) percents[index] = (percents[index] ?? 0) + 1
  return percents
}
