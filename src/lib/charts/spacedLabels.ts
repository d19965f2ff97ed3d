/**
 * Moves labels apart along one line until neighbours are at least `gap` apart, keeping their order and as near to
 * `places` (ascending) as one pass down and one pass up allow; none leaves `from`..`to`.
 */
export function spacedLabels(places: readonly number[], gap: number, [from, to]: readonly [number, number]): number[] {
  const spaced: number[] = []
  for (const place of places) spaced.push(Math.max(place, (spaced.at(-1) ?? from - gap) + gap))
  let limit = to
  for (let index = spaced.length - 1; index >= 0; index--) {
    spaced[index] = Math.min(spaced[index] ?? to, limit)
    limit = (spaced[index] ?? to) - gap
  }
  return spaced
}
