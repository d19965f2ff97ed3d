/** One band of scores as released: whole per cent of the same people, before and after. */
export interface Band {
  readonly from: number
  readonly to: number
  readonly before: number
  readonly after: number
}

/** A row of the Distribution chart; `before` and `after` are lengths in per cent of a side's axis. */
export interface DistributionRow {
  band: Band
  before: number
  after: number
}

export interface DistributionRows {
  rows: DistributionRow[]
  /** Where both axes end, in per cent of people. */
  axisEnd: number
  /** The values that both axes name, 0 among them. */
  ticks: number[]
}

/**
 *       before |  9  | after        rows from the worse end of the scale to the better one, as the Change chart runs
 *      ████████|  8  |███           from left to right; both sides have one axis, which ends at a whole ten
 *        ██████| 6-7 |████████
 */
export function distributionRows(bands: readonly Band[], better: 'higher' | 'lower'): DistributionRows {
  const largest = Math.max(1, ...bands.flatMap(({ before, after }) => [before, after]))
  const axisEnd = Math.ceil(largest / 10) * 10
  const length = (percent: number) => (100 * percent) / axisEnd
  const ordered = better === 'higher' ? bands : bands.toReversed()
  return {
    rows: ordered.map((band) => ({ band, before: length(band.before), after: length(band.after) })),
    axisEnd,
    ticks: axisEnd % 20 === 0 ? [0, axisEnd / 2, axisEnd] : [0, axisEnd]
  }
}
