/** A repeatable source of chance: the same seed gives the same sample on every machine (mulberry32, public domain). */
export interface SeededRandom {
  /** Uniform on [0, 1). */
  uniform(): number
  /** Standard normal, by Box and Muller's method. */
  normal(): number
}

export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  return { uniform, normal }
}
