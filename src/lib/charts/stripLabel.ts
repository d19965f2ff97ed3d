/**
 * CSS `left` values that keep a label inside its strip, from the label's length: it follows its mark until it would
 * stick out, then stays at the edge. Widths are estimates from the number of letters, a little too wide on purpose.
 */
const emPerLetter = 0.56

export function labelWidth(text: string): number {
  return Math.round((text.length * emPerLetter + 0.6) * 100) / 100
}

/** Centred on `at` (per cent). */
export function centredLabel(at: number, text: string): string {
  const half = labelWidth(text) / 2
  return `clamp(${half}em, ${at}%, 100% - ${half}em)`
}

/** Two labels on one line, the first ending where its mark stands, the second beginning where its mark stands. */
export function pairOfLabels(
  left: { at: number; text: string },
  right: { at: number; text: string }
): { end: string; start: string } {
  const bounds = (at: number) => `clamp(${labelWidth(left.text)}em, ${at}%, 100% - ${labelWidth(right.text)}em)`
  return { end: bounds(left.at), start: bounds(right.at) }
}
