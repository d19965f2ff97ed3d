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
 * Accepts groups of figures in their order, each whole or not at all. A figure of nobody is no figure. A group is refused
 * where for one of its figures, with all that is accepted before it,
 *
 *     the people behind it are 1..threshold-1,                                                      (P1)
 *     the people who stand behind one of two figures and not the other are 1..threshold-1,          (P4 i, P6)
 *     one figure less two others leaves 1..threshold-1 people                                       (P4 iii)
 *
 * since taking the one from the other would leave a group too small to show.
 */
export function acceptedFigures(
  patterns: readonly ContributorPattern[],
  groups: readonly (readonly string[])[],
  threshold: number
): Set<string> {
  const accepted = new Set<string>()
  const tooFew = (people: number) => people > 0 && people < threshold
  for (const group of groups) {
    const figures = group.filter((figure) => contributors(patterns, figure) > 0)
    const tried = new Set(accepted)
    const safe = figures.every((figure) => {
      const others = [...tried]
      tried.add(figure)
      if (tooFew(contributors(patterns, figure))) return false
      if (others.some((other) => tooFew(setDifference(patterns, figure, other)))) return false
      return !pairsOf(others).some(([one, other]) =>
        [
          [figure, one, other],
          [one, figure, other],
          [other, figure, one]
        ].some(([whole = '', ...parts]) => tooFew(remainder(patterns, whole, parts)))
      )
    })
    if (safe) for (const figure of figures) accepted.add(figure)
  }
  return accepted
}

/** How many people are left, counted in or out, when parts are taken from a whole. */
function remainder(patterns: readonly ContributorPattern[], whole: string, parts: readonly string[]): number {
  const has = ({ figures }: ContributorPattern, figure: string) => (figures.includes(figure) ? 1 : 0)
  return sum(
    patterns.filter((pattern) => has(pattern, whole) !== parts.reduce((total, part) => total + has(pattern, part), 0))
  )
}

function pairsOf(list: readonly string[]): [string, string][] {
  return list.flatMap((one, place) => list.slice(place + 1).map((other): [string, string] => [one, other]))
}

function sum(patterns: readonly ContributorPattern[]): number {
  return patterns.reduce((total, { people }) => total + people, 0)
}
