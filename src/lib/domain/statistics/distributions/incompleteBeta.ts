import { stirlingError } from './stirlingError.ts'

/**
 * The regularised incomplete beta function and its complement (R: pbeta(x, a, b) and lower.tail = FALSE), for a, b > 0.
 * `y` is 1 − x, given apart because near x = 1 the subtraction would lose what matters.
 * The smaller of the two is computed and the other follows, so far tails keep their relative precision.
 *
 *     I_x(a, b) = x^a y^b / B(a, b) · 1/(β₁ + α₂/(β₂ + α₃/(β₃ + …)))
 *
 * with the continued fraction of DiDonato and Morris (1992, ACM Transactions on Mathematical Software 18:360, eq. 9),
 * which sees x only through λ = a − (a + b)x and so keeps its digits where a is in the hundred thousands.
 */
export function incompleteBeta(x: number, y: number, a: number, b: number): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 }
  if (y <= 0) return { lower: 1, upper: 0 }
  if (x <= (a + 1) / (a + b + 2)) {
    const lower = tail(x, y, a, b)
    return { lower, upper: 1 - lower }
  }
  const upper = tail(y, x, b, a)
  return { lower: 1 - upper, upper }
}

function tail(x: number, y: number, a: number, b: number): number {
  const lambda = x < y ? a - (a + b) * x : (a + b) * y - b
  return kernel(x, y, a, b, lambda) / fraction(x, y, a, b, lambda)
}

/** x^a y^b / B(a, b), in Loader's saddle-point form: no large logarithms are subtracted from each other. */
function kernel(x: number, y: number, a: number, b: number, lambda: number): number {
  const n = a + b
  const corrections = stirlingError(n) - stirlingError(a) - stirlingError(b)
  const exponent = corrections - deviance(a, n * x, lambda) - deviance(b, n * y, -lambda)
  return Math.exp(exponent) * Math.sqrt((a * b) / (2 * Math.PI * n))
}

/** k ln(k/m) − (k − m), by a series where k and m are close and the terms would cancel. */
function deviance(k: number, m: number, difference: number): number {
  if (Math.abs(difference) >= 0.1 * (k + m)) return k * Math.log(k / m) - difference
  const ratio = difference / (k + m)
  let power = 2 * k * ratio
  let sum = difference * ratio
  for (let odd = 3; odd < 200; odd += 2) {
    power *= ratio * ratio
    const next = sum + power / odd
    if (next === sum) break
    sum = next
  }
  return sum
}

/** β₁ + α₂/(β₂ + …) by Lentz's method; about √max(a, b) steps on this side of the mean. */
function fraction(x: number, y: number, a: number, b: number, lambda: number): number {
  let result = (a / (a + 1)) * (lambda + 1)
  let c = result
  let d = 0
  for (let n = 1; n <= 100000; n += 1) {
    const odd = a + 2 * n - 1
    const alpha = ((a + n - 1) / odd) * ((a + b + n - 1) / odd) * n * (b - n) * x * x
    const beta = n + (n * (b - n) * x) / odd + ((a + n) / (odd + 2)) * (lambda + 1 + n * (1 + y))
    d = 1 / guarded(beta + alpha * d)
    c = guarded(beta + alpha / c)
    const step = c * d
    result *= step
    if (Math.abs(step - 1) <= Number.EPSILON) break
  }
  return result
}

function guarded(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value
}
