import { describe, expect, it } from 'vitest'
import { binomialCdf } from '#lib/domain/statistics/distributions/binomial.ts'
import { incompleteBeta } from '#lib/domain/statistics/distributions/incompleteBeta.ts'
import { logGamma } from '#lib/domain/statistics/distributions/logGamma.ts'
import { normalCdf, normalQuantile, z975 } from '#lib/domain/statistics/distributions/normal.ts'
import { studentCdf, studentQuantile, studentTwoSided } from '#lib/domain/statistics/distributions/studentT.ts'
import reference from './distributions.json' with { type: 'json' }

function offBy(actual: number, expected: number): number {
  return Math.abs(actual - expected) / Math.abs(expected)
}

describe('distributions, against 60-digit arithmetic', () => {
  it.each(reference['2*pt(-t, df)'])('2*pt(-%d, %d)', (t = NaN, df = NaN, p = NaN) => {
    expect(offBy(studentTwoSided(t, df), p)).toBeLessThan(2e-13)
    expect(offBy(studentCdf(-t, df), p / 2)).toBeLessThan(2e-13)
  })
  it.each(reference['pnorm(z)'])('pnorm(%d)', (z = NaN, p = NaN) => {
    expect(offBy(normalCdf(z), p)).toBeLessThan(2e-14)
  })
  it.each(reference['qnorm(p)'])('qnorm(%d)', (p = NaN, z = NaN) => {
    expect(offBy(normalQuantile(p), z)).toBeLessThan(1e-14)
  })
  it.each(reference['qt(p, df)'])('qt(%d, %d)', (p = NaN, df = NaN, t = NaN) => {
    expect(offBy(studentQuantile(p, df), t)).toBeLessThan(1e-13)
    // 1 − p is only a number of its own where p is not lost beside 1.
    if (p > 0.01) expect(offBy(studentQuantile(1 - p, df), -t)).toBeLessThan(1e-12)
  })
  it.each(reference['lgamma(x)'])('lgamma(%d)', (x = NaN, expected = NaN) => {
    expect(Math.abs(logGamma(x) - expected) / Math.max(1, expected)).toBeLessThan(4e-15)
  })
  it.each(reference['pbinom(k, n, 0.5)'])('pbinom(%d, %d, 0.5)', (k = NaN, n = NaN, p = NaN) => {
    expect(offBy(binomialCdf(k, n, 0.5), p)).toBeLessThan(2e-13)
  })
})

describe('distributions, where they end', () => {
  it('gives R’s qnorm(0.975) as the constant of every 95 % interval', () => {
    expect(z975).toBe(1.959963984540054)
  })
  it('answers 0, 1 and what lies outside as R does', () => {
    expect(normalQuantile(0)).toBe(-Infinity)
    expect(normalQuantile(1)).toBe(Infinity)
    expect(normalQuantile(1.1)).toBeNaN()
    expect(studentQuantile(0.5, 4)).toBe(0)
    expect(studentQuantile(0, 4)).toBe(-Infinity)
    expect(studentQuantile(0.9, 0)).toBeNaN()
    expect(studentTwoSided(0, 5)).toBe(1)
    expect(binomialCdf(-1, 5, 0.5)).toBe(0)
    expect(binomialCdf(5, 5, 0.5)).toBe(1)
    expect(logGamma(-1)).toBeNaN()
  })
  it('keeps both tails of the beta function: I_x(2, 3) = x²(6 − 8x + 3x²)', () => {
    const { lower, upper } = incompleteBeta(0.1, 0.9, 2, 3)
    expect(lower).toBeCloseTo(0.0523, 15)
    expect(upper).toBeCloseTo(0.9477, 15)
    expect(incompleteBeta(0, 1, 2, 3)).toEqual({ lower: 0, upper: 1 })
    expect(incompleteBeta(1, 0, 2, 3)).toEqual({ lower: 1, upper: 0 })
  })
})
