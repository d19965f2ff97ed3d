/** Heights, in em of the chart's text, at which the rows of the Change chart stand. */
export interface StripRows {
  heading: number
  means: number
  /** The line of the scale, and the dots on it. */
  scale: number
  ticks: number
  ends: number
  changeHeading: number
  verdict: number
  interval: number
  /** The line of the change axis, and the interval on it. */
  change: number
  changeTicks: number
  sides: number
  height: number
}

const lettersInLine = 19
const line = 1.3

/** The ends of a scale are named in its own words, which may be long: their lines are counted for the narrowest phone. */
export function stripRows(ends: readonly string[]): StripRows {
  const lines = Math.max(0, ...ends.map((words) => Math.ceil(words.length / lettersInLine)))
  const changeHeading = 7.1 + lines * line + (lines > 0 ? 1.3 : 0.3)
  return {
    heading: 0,
    means: 2,
    scale: 5.1,
    ticks: 5.75,
    ends: 7.1,
    changeHeading,
    verdict: changeHeading + 1.9,
    interval: changeHeading + 3.2,
    change: changeHeading + 5.35,
    changeTicks: changeHeading + 5.95,
    sides: changeHeading + 7.3,
    height: changeHeading + 8.7
  }
}
