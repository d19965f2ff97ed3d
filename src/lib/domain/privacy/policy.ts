export type Audience = 'team' | 'shared'

/** What may be shown to one audience. Why these rules and no others: docs/privacy.md. */
export interface Policy {
  audience: Audience
  /** P1: how many distinct people must stand behind every figure. */
  threshold: number
}

/** The lowest thresholds there are; an organisation may raise them, never lower them. */
export const lowestThreshold: Readonly<Record<Audience, number>> = { team: 5, shared: 10 }

/** P7: an outcome category ("better", "same", "worse") holds at least this many people, or is joined to a neighbour. */
export const fewestInCategory = 3

/** Makes a policy. Throws where the threshold is below the audience's lowest. */
export function policy(audience: Audience, threshold = lowestThreshold[audience]): Policy {
  if (!Number.isInteger(threshold) || threshold < lowestThreshold[audience]) {
    throw new RangeError(`The threshold for "${audience}" is a whole number of at least ${lowestThreshold[audience]}.`)
  }
  return { audience, threshold }
}
