export interface Tolerance {
  relative: number
  absolute: number
}

/**
 * Where two values differ, as sentences that name the path. What the reference leaves out or gives as null must be
 * undefined, and the other way round, so a figure too many is a mismatch like a figure too few.
 * `r_approx` is R's own approximation and no reference.
 */
export function mismatches(expected: unknown, actual: unknown, tolerance: Tolerance, path = ''): string[] {
  if (isUndefined(expected) && isUndefined(actual)) return []
  if (isRecord(expected) && isRecord(actual)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(actual)])
    keys.delete('r_approx')
    return [...keys].flatMap((key) =>
      mismatches(expected[key], actual[key], tolerance, path === '' ? key : `${path}.${key}`)
    )
  }
  if (typeof expected === 'number' && typeof actual === 'number') {
    const allowed = Math.max(tolerance.absolute, tolerance.relative * Math.abs(expected))
    if (Math.abs(expected - actual) <= allowed) return []
  } else if (expected === actual) return []
  return [`${path}: expected ${shown(expected)}, got ${shown(actual)}`]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** Absent, null, or an object or list of nothing else. */
function isUndefined(value: unknown): boolean {
  if (isRecord(value)) return Object.values(value).every(isUndefined)
  return value === undefined || value === null
}

function shown(value: unknown): string {
  return isUndefined(value) ? 'undefined' : JSON.stringify(value)
}
