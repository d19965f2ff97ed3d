/** The words and numbers that stand in the drawing of a change. */
export interface ChangeLabels {
  alternative: string
  average: string
  axis: string
  before: string
  after: string
  verdict: string
  interval: string
  people: string
  ends: { left: string; right: string }
  better: string
  worse: string
  scaleNumber: (value: number) => string
  changeNumber: (value: number) => string
}
