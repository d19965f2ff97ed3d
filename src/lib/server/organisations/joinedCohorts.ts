import type { Cohort, CohortWords } from './cohorts.ts'

export interface JoinedCohort extends CohortWords {
  /** Of the program that goes. */
  from: string
  /** The cohort of the same name in the program that stays; null where there is none yet. */
  into: string | null
  /** How many registered was known of one part alone, and is not known of the whole. */
  registeredLost: boolean
}

/**
 * What becomes of each cohort of a program that is joined into another. Cohorts of one name become one: from the earlier
 * start to the later end, with the people of both; how many registered is known only where both were counted.
 */
export function joinedCohorts(from: readonly Cohort[], into: readonly Cohort[]): JoinedCohort[] {
  return from.map((cohort) => {
    const same = into.find(({ name }) => name === cohort.name)
    if (!same) return { ...cohort, from: cohort.id, into: null, registeredLost: false }
    return {
      from: cohort.id,
      into: same.id,
      name: cohort.name,
      startsOn: [cohort.startsOn, same.startsOn].filter((date) => date !== null).sort()[0] ?? null,
      endsOn:
        [cohort.endsOn, same.endsOn]
          .filter((date) => date !== null)
          .sort()
          .at(-1) ?? null,
      registered: cohort.registered === null || same.registered === null ? null : cohort.registered + same.registered,
      registeredLost: (cohort.registered === null) !== (same.registered === null)
    }
  })
}
