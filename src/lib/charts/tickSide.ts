/** A number at the very end of an axis is written inwards, so that it does not stick out of the page. */
export function tickSide(at: number): 'first' | 'middle' | 'last' {
  if (at < 2) return 'first'
  return at > 98 ? 'last' : 'middle'
}
