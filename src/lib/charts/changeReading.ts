/** How a released change is said and coloured; decided from the rounded numbers alone, as they are printed. */
export interface ChangeReading {
  /** True where the interval excludes zero. */
  sure: boolean
  direction: 'higher' | 'lower' | 'none'
  verdict: 'better' | 'worse' | 'unclear'
  /** The change without its sign. */
  size: number
}

export function changeReading(
  { change, low, high }: { change: number; low: number; high: number },
  better: 'higher' | 'lower'
): ChangeReading {
  const sure = low > 0 || high < 0
  const direction = change > 0 ? 'higher' : change < 0 ? 'lower' : 'none'
  const verdict = !sure || direction === 'none' ? 'unclear' : direction === better ? 'better' : 'worse'
  return { sure, direction, verdict, size: Math.abs(change) }
}
