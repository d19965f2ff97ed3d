/** Why answers cannot be scored as given; `position` counts from 0 in the order of the file. */
export type ScoringProblem =
  | { code: 'order-not-declared'; instrument: string; orders: string[] }
  | { code: 'unknown-order'; instrument: string; given: string; orders: string[] }
  | { code: 'unknown-codes'; instrument: string; given: string; codes: string[] }
  | { code: 'wrong-count'; instrument: string; given: number; expected: number }
  | { code: 'out-of-range'; instrument: string; given: number; min: number; max: number; position: number }

/** Carries a ScoringProblem; its message is for people at a terminal. */
export class ScoringError extends Error {
  override name = 'ScoringError'
  readonly problem: ScoringProblem

  constructor(problem: ScoringProblem) {
    super(sentence(problem))
    this.problem = problem
  }
}

function sentence(problem: ScoringProblem): string {
  const { instrument } = problem
  switch (problem.code) {
    case 'order-not-declared':
      return `${instrument} circulates in several orders of its items: declare one of ${problem.orders.join(', ')}`
    case 'unknown-order':
      return `${instrument} has no order "${problem.given}": expected one of ${problem.orders.join(', ')}`
    case 'unknown-codes':
      return `${instrument} has no codes "${problem.given}": expected one of ${problem.codes.join(', ') || '(none)'}`
    case 'wrong-count':
      return `${instrument} takes ${problem.expected} answers, not ${problem.given}`
    case 'out-of-range':
      return `${instrument}, answer ${problem.position + 1}: ${problem.given} is not a code from ${problem.min} to ${problem.max}`
  }
}
