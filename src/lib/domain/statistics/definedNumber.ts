/** The number, or undefined where the arithmetic has no answer: a figure is never NaN or infinite. */
export function definedNumber(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined
}
