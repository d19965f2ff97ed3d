import { describe, expect, it } from 'vitest'
import { findingParts } from '#lib/charts/findingParts.ts'

const clear =
  'Of 41 people who answered both times, average loneliness was 0.9 points lower after. That is better (UCLA, 3 to 9; 95% CI 0.4 to 1.4).'
const unclear = 'We saw no clear change in self-esteem among 49 people (95% CI −0.9 to 1.7).'

describe('findingParts', () => {
  it('marks the key phrase of the first sentence and lets the rest follow', () => {
    expect(findingParts(clear, ['0.9 points lower'], 'en')).toEqual({
      headline: [
        { text: 'Of 41 people who answered both times, average loneliness was ', kind: 'plain' },
        { text: '0.9 points lower', kind: 'key' },
        { text: ' after.', kind: 'plain' }
      ],
      rest: 'That is better (UCLA, 3 to 9; 95% CI 0.4 to 1.4).'
    })
  })

  it('sets what is in brackets at the end apart', () => {
    expect(findingParts(unclear, ['no clear change'], 'en').headline.at(-1)).toEqual({
      text: ' (95% CI −0.9 to 1.7).',
      kind: 'aside'
    })
  })

  it('loses no letter of a finding, whatever phrase is looked for', () => {
    for (const finding of [clear, unclear, 'Nicht gezeigt.', '。', '']) {
      for (const phrase of ['0.9 points lower', 'no clear change', 'absent', '']) {
        const { headline, rest } = findingParts(finding, [phrase], 'en')
        const joined = headline.map(({ text }) => text).join('')
        expect(rest ? `${joined} ${rest}` : joined).toBe(finding)
      }
    }
  })
})
