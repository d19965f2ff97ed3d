/**
 * P6, one contributor set per variable and node. People are counted by the figures that they stand behind:
 *
 *   figures            people
 *   total, inclusion     61
 *   total                 1     <- "total" and "inclusion" differ by this one person
 *
 * so that the difference of any two sets is a sum over lines, and nobody is looked at.
 */
export interface ContributorPattern {
  figures: readonly string[]
  people: number
}

/** How many people stand behind a figure. */
export function contributors(patterns: readonly ContributorPattern[], figure: string): number {
  return sum(patterns.filter((pattern) => pattern.figures.includes(figure)))
}

/** How many people stand behind one of two figures and not behind the other. */
export function setDifference(patterns: readonly ContributorPattern[], one: string, other: string): number {
  return sum(patterns.filter((pattern) => pattern.figures.includes(one) !== pattern.figures.includes(other)))
}

/**
 * Accepts figures in their order, each unless the people behind it are fewer than `threshold`, or differ by
 * 1..threshold-1 from those behind a figure accepted before it: subtracting the one from the other would leave a group
 * too small to show.
 */
export function acceptedFigures(
  patterns: readonly ContributorPattern[],
  figures: readonly string[],
  threshold: number
): Set<string> {
  const accepted = new Set<string>()
  for (const figure of figures) {
    if (contributors(patterns, figure) < threshold) continue
    const safe = [...accepted].every((earlier) => {
      const difference = setDifference(patterns, figure, earlier)
      return difference === 0 || difference >= threshold
    })
    if (safe) accepted.add(figure)
  }
  return accepted
}

function sum(patterns: readonly ContributorPattern[]): number {
  return patterns.reduce((total, { people }) => total + people, 0)
}
