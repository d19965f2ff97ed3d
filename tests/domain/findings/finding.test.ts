import { describe, expect, it } from 'vitest'
import { cautions } from '#lib/domain/findings/cautions.ts'
import { finding, type FindingInput } from '#lib/domain/findings/finding.ts'
import { findingText } from '#lib/ui/findingText.ts'
import findingMessages from '../../../messages/en/findings.json' with { type: 'json' }

const loneliness: FindingInput = {
  construct: 'loneliness',
  better: 'lower',
  range: [3, 9],
  n: 41,
  measure: 'ucla-3',
  scaleName: 'UCLA Three-Item Loneliness Scale',
  change: { state: 'shown', change: -0.9, low: -1.4, high: -0.4 }
}

function said(change: Partial<FindingInput>): string {
  return findingText(finding({ ...loneliness, ...change }), 'en')
}

describe('a finding as a sentence', () => {
  it('says a clear change with its direction, its worth and its interval', () => {
    expect(said({})).toBe(
      'Of 41 people who answered both times, average loneliness was 0.9 points lower after. ' +
        'That is better (UCLA three-item loneliness scale, 3 to 9; 95% CI 0.4 to 1.4).'
    )
  })
  it('says a worsening as plainly', () => {
    expect(said({ change: { state: 'shown', change: 0.6, low: 0.5, high: 0.8 } })).toBe(
      'Of 41 people who answered both times, average loneliness was 0.6 points higher after. ' +
        'That is worse (UCLA three-item loneliness scale, 3 to 9; 95% CI 0.5 to 0.8).'
    )
  })
  it.each([
    [-0.9, -1.4, -0.4, 'higher', 'worse'],
    [0.9, 0.4, 1.4, 'higher', 'better'],
    [-0.9, -1.4, -0.4, 'lower', 'better'],
    [0.9, 0.4, 1.4, 'lower', 'worse']
  ] as const)(
    'judges %d by the instrument’s own direction (%d to %d, better %s): %s',
    (change, low, high, better, judgement) => {
      expect(finding({ ...loneliness, better, change: { state: 'shown', change, low, high } }).values.judgement).toBe(
        judgement
      )
    }
  )
  it('sees no clear change where the interval holds 0, its edge included, and shows a true minus', () => {
    expect(said({ construct: 'self-esteem', change: { state: 'shown', change: 0.4, low: -0.9, high: 1.7 } })).toBe(
      'We saw no clear change in self-esteem among 41 people who answered both times ' +
        '(UCLA three-item loneliness scale, 3 to 9; 95% CI −0.9 to 1.7).'
    )
    expect(finding({ ...loneliness, change: { state: 'shown', change: 0.4, low: 0, high: 0.8 } }).id).toBe(
      'change_unclear'
    )
  })
  it('keeps the decimals of the release, also where they are 0', () => {
    expect(said({ change: { state: 'shown', change: -1, low: -2, high: -0.1 } })).toContain('1.0 points lower')
    expect(said({ range: [1, 5], change: { state: 'shown', change: -1, low: -2, high: -0.1 } })).toContain(
      '1.00 points'
    )
  })
  it('names the scale of a measure of one’s own as it was written, or only its range', () => {
    expect(said({ measure: 'mine', scaleName: 'Belonging, four questions' })).toContain(
      '(Belonging, four questions, 3 to 9;'
    )
    expect(said({ measure: undefined, scaleName: undefined, construct: 'relationship' })).toContain(
      'average relationship was 0.9 points lower after. That is better (on a scale from 3 to 9; '
    )
  })
  it('says a change without an interval, and that it is not sure', () => {
    expect(said({ change: { state: 'shown', change: 0 } })).toContain('average loneliness was the same after')
    expect(said({ change: { state: 'shown', change: 2 } })).toContain('2.0 points higher after')
  })
  it('tells waiting, unmatched, withheld and nearly all apart, and merged from withheld not', () => {
    expect(said({ change: null })).toBe('Results appear when enough people have answered both times.')
    expect(finding({ ...loneliness, n: 0 }).id).toBe('waiting')
    expect(said({ paired: false })).toBe('These answers cannot be matched person by person, so no change is shown.')
    expect(said({ change: { state: 'withheld' } })).toBe('Not shown, to protect people’s privacy.')
    expect(said({ change: { state: 'merged', into: 'others' } })).toBe('Not shown, to protect people’s privacy.')
    expect(said({ change: { state: 'nearlyAll', of: 'better', atLeast: 75 } })).toBe(
      'Nearly all (at least 75%) got better.'
    )
  })
  it('refuses an id that no sentence is known for', () => {
    expect(() => findingText({ id: 'change_huge', values: {} }, 'en')).toThrow('change_huge')
  })
  it('never says why anything changed', () => {
    const causal = /caus(ed|es|ing)|impact|effect|reduc(ed|es|ing)|\bworks?\b|\bworked\b|prove[nsd]?\b/i
    expect(JSON.stringify(findingMessages)).not.toMatch(causal)
  })
})

describe('cautions', () => {
  const everybody = { n: 52, onlyFrom: 0, onlyTo: 0, range: [3, 9] as const }
  const shares = (rule: 'reliable' | 'any', threshold: number) => ({
    state: 'shown' as const,
    parts: [],
    rule,
    threshold
  })
  const ids = (input: Parameters<typeof cautions>[0]) => cautions(input).map(({ id }) => id)

  it('always says that the program may not be the reason', () => {
    expect(ids(everybody)).toEqual(['not_cause'])
    expect(ids({ ...everybody, n: 0 })).toContain('not_cause')
  })
  it('names those who are missing, and warns from more than a fifth', () => {
    const text = cautions({ ...everybody, onlyFrom: 38 }).map((caution) => findingText(caution, 'en'))
    expect(text[1]).toBe('52 of 90 people answered both times. We do not know how the others are.')
    expect(text[2]).toContain('42% of the people who answered the first time')
    expect(ids({ ...everybody, n: 80, onlyFrom: 20 })).toEqual(['not_cause', 'missing'])
    expect(ids({ ...everybody, n: 79, onlyFrom: 21 })).toEqual(['not_cause', 'missing', 'much_loss'])
  })
  it('counts one newcomer in the singular', () => {
    const text = (onlyTo: number) => cautions({ ...everybody, onlyTo }).map((caution) => findingText(caution, 'en'))[1]
    expect(text(1)).toContain('1 person answered only the second time and is not')
    expect(text(4)).toContain('4 people answered only the second time and are not')
  })
  it('warns of few people under 30', () => {
    expect(ids({ ...everybody, n: 29 })).toContain('few_people')
    expect(ids({ ...everybody, n: 30 })).not.toContain('few_people')
  })
  it('warns of a short scale where the bar is a third of it: UCLA-3, but not the twenty questions', () => {
    expect(ids({ ...everybody, shares: shares('reliable', 2.3) })).toContain('short_scale')
    expect(ids({ ...everybody, range: [20, 80], shares: shares('reliable', 8.73) })).toEqual(['not_cause'])
  })
  it('says what counts as better where no bar is known, and whose spread the bar is from', () => {
    expect(ids({ ...everybody, shares: shares('any', 0) })).toEqual(['not_cause', 'any_change'])
    expect(ids({ ...everybody, range: [8, 40], basis: 'own', shares: shares('reliable', 4) })).toContain('own_bar')
  })
  it('has a sentence for every caution', () => {
    const all = cautions({ n: 9, onlyFrom: 9, onlyTo: 2, range: [3, 9], basis: 'own', shares: shares('reliable', 2.3) })
    for (const caution of [...all, ...cautions({ ...everybody, shares: shares('any', 0) })])
      expect(findingText(caution, 'en').length).toBeGreaterThan(20)
  })
})
