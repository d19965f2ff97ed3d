import type { Message, SharesFigure } from '../privacy/release.ts'

export interface CautionsInput {
  /** People who answered both times, only at the first wave, only at the second; as released. */
  n: number
  onlyFrom: number
  onlyTo: number
  range: readonly [number, number]
  shares?: SharesFigure
  /** Whose spread the bar for reliable change was taken from. */
  basis?: 'reference' | 'norm' | 'own' | undefined
}

/** A loss of more than this share of those who answered first is warned of (ours, with statistics of attrition in mind). */
const muchLoss = 0.2
/** Below this many people an average may move noticeably with the next few (ours). */
const fewPeople = 30

/**
 * What a reader must know beside a finding, in the order to be shown. `not_cause` is always there:
 * a before and after alone does not show why anything changed.
 */
export function cautions(input: CautionsInput): Message[] {
  return [{ id: 'not_cause', values: {} }, ...missingPeople(input), ...peopleCounted(input), ...shareRule(input)]
}

function missingPeople({ n, onlyFrom }: CautionsInput): Message[] {
  if (onlyFrom <= 0) return []
  const first = n + onlyFrom
  const missing: Message = { id: 'missing', values: { n, first } }
  if (onlyFrom / first <= muchLoss) return [missing]
  return [missing, { id: 'much_loss', values: { percent: Math.round((100 * onlyFrom) / first) } }]
}

function peopleCounted({ n, onlyTo }: CautionsInput): Message[] {
  const newcomers: Message[] = onlyTo > 0 ? [{ id: 'newcomers', values: { count: onlyTo } }] : []
  return n < fewPeople ? [...newcomers, { id: 'few_people', values: { n } }] : newcomers
}

function shareRule({ shares, range, basis }: CautionsInput): Message[] {
  if (shares?.state !== 'shown') return []
  if (shares.rule === 'any') return [{ id: 'any_change', values: {} }]
  const own: Message[] = basis === 'own' ? [{ id: 'own_bar', values: {} }] : []
  // A bar of a third of the whole range: on UCLA-3 that is 3 of 6 points.
  const short = shares.threshold >= (range[1] - range[0]) / 3
  return short ? [...own, { id: 'short_scale', values: {} }] : own
}
