import { incompleteBeta } from './incompleteBeta.ts'
import { logGamma } from './logGamma.ts'
import { normalQuantile } from './normal.ts'

/** The share beyond ±t on both sides (R: 2*pt(-abs(t), df)), I_{ν/(ν+t²)}(ν/2, ½), precise in the far tails. */
export function studentTwoSided(t: number, df: number): number {
  return sides(t, df).beyond
}

/** The share below t (R: pt). */
export function studentCdf(t: number, df: number): number {
  const { beyond } = sides(t, df)
  return t < 0 ? beyond / 2 : 1 - beyond / 2
}

/** The t with `p` of the distribution below it (R: qt); ±Infinity at 1 and 0, NaN outside or where df is not positive. */
export function studentQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1) || !(df > 0)) return NaN
  if (p === 0.5) return 0
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity
  const tail = Math.min(p, 1 - p)
  // Near the middle the share within ±t is the precise one, elsewhere the logarithm of the share beyond.
  const gap =
    tail > 0.25
      ? (t: number) => Math.log(sides(t, df).within) - Math.log(2 * Math.abs(p - 0.5))
      : (t: number) => Math.log(2 * tail) - Math.log(sides(t, df).beyond)
  const slope = (t: number) => {
    // Out there the share beyond falls as t^−ν, and the density itself would underflow.
    if (t > 1e100) return df / t
    const { within, beyond } = sides(t, df)
    return (2 * density(t, df)) / (tail > 0.25 ? within : beyond)
  }
  return Math.sign(p - 0.5) * root(gap, slope, Math.abs(normalQuantile(tail)))
}

/** Where the rising `gap` is 0, on the positive axis: Newton's method, kept inside a bracket that shrinks. */
function root(gap: (t: number) => number, slope: (t: number) => number, start: number): number {
  let low = 0
  let high = Infinity
  let t = start
  for (let step = 0; step < 400; step += 1) {
    const here = gap(t)
    if (here < 0) low = t
    else high = t
    let next = t - here / slope(t)
    if (!(next > low && next < high)) next = high === Infinity ? 2 * t : (low + high) / 2
    if (Math.abs(next - t) <= 2 * Number.EPSILON * t) return next
    t = next
  }
  return t
}

function sides(t: number, df: number): { within: number; beyond: number } {
  // t² alone would overflow far out.
  const ratio = df / t / t
  if (ratio === Infinity) return { within: 0, beyond: 1 }
  if (ratio < 1e-200) return { within: 1, beyond: leadingTerm(t, df) }
  const { lower, upper } = incompleteBeta(ratio / (1 + ratio), 1 / (1 + ratio), df / 2, 0.5)
  return { within: upper, beyond: lower }
}

/** x^a / (a B(a, ½)) with a = ν/2: all that is left of the beta function where x = ν/t² is next to nothing. */
function leadingTerm(t: number, df: number): number {
  const scale = logGamma((df + 1) / 2) - logGamma(df / 2 + 1) - logGamma(0.5)
  return Math.exp(scale + (df / 2) * (Math.log(df) - 2 * Math.log(Math.abs(t))))
}

function density(t: number, df: number): number {
  const scale = logGamma((df + 1) / 2) - logGamma(df / 2) - 0.5 * Math.log(df * Math.PI)
  return Math.exp(scale - ((df + 1) / 2) * Math.log1p((t / df) * t))
}
