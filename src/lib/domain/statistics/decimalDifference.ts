/**
 * after − before, as a person with paper would get it: 0.4 − 0.1 is 0.3 and not 0.30000000000000004.
 * Scores with up to nine decimals are subtracted exactly; others (prorated thirds) as they are. Without this,
 * a shift by the same decimal amount would seem to vary by rounding noise, and a t test would be made of it.
 */
export function decimalDifference(after: number, before: number): number {
  const places = Math.max(decimalPlaces(after), decimalPlaces(before))
  if (places === 0 || places > 9) return after - before
  // Adding 0 turns -0 into 0.
  return Number((after - before).toFixed(places)) + 0
}

function decimalPlaces(value: number): number {
  if (Number.isInteger(value)) return 0
  const text = String(value)
  return text.includes('e') ? Infinity : text.length - text.indexOf('.') - 1
}
