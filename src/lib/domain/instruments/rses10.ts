import { instrument } from './instrument.ts'

/**
 * Ten statements on self-esteem, five of them reversed. Scores from 0 to 30.
 * Two orders of the items circulate, and reversing by place under the wrong one gives a plausible wrong mean:
 *
 *   place        1  2  3  4  5  6  7  8  9 10
 *   published    .  .  R  .  R  .  .  R  R  R     starts with being a person of worth
 *   circulated   .  R  .  .  R  R  .  R  R  .     starts with being satisfied on the whole
 *
 * so an item is known by its key, and scoring waits until the order is declared.
 */
export const rses10 = instrument({
  id: 'rses-10',
  name: 'Rosenberg Self-Esteem Scale',
  construct: 'self-esteem',
  better: 'higher',
  codes: {
    min: 0,
    max: 3,
    labels: {
      0: ['strongly disagree', 'totally disagree', 'completely disagree', 'sd'],
      1: ['disagree', 'somewhat disagree', 'd'],
      2: ['agree', 'somewhat agree', 'a'],
      3: ['strongly agree', 'totally agree', 'completely agree', 'sa']
    }
  },
  items: [
    {
      key: 'worth',
      keywords: [['person', 'worth']],
      wording: 'I feel that I am a person of worth, at least on an equal plane with others.'
    },
    { key: 'qualities', keywords: [['good', 'qualities']], wording: 'I feel that I have a number of good qualities.' },
    {
      key: 'failure',
      reverse: true,
      keywords: [['failure']],
      wording: 'All in all, I am inclined to feel that I am a failure.'
    },
    {
      key: 'able',
      keywords: [
        ['able', 'things'],
        ['things', 'as', 'well']
      ],
      wording: 'I am able to do things as well as most other people.'
    },
    { key: 'not-proud', reverse: true, keywords: [['proud']], wording: 'I feel I do not have much to be proud of.' },
    {
      key: 'positive-attitude',
      keywords: [['positive', 'attitude']],
      wording: 'I take a positive attitude toward myself.'
    },
    { key: 'satisfied', keywords: [['satisfied', 'myself']], wording: 'On the whole, I am satisfied with myself.' },
    {
      key: 'more-respect',
      reverse: true,
      keywords: [['more', 'respect']],
      wording: 'I wish I could have more respect for myself.'
    },
    { key: 'useless', reverse: true, keywords: [['useless']], wording: 'I certainly feel useless at times.' },
    { key: 'no-good', reverse: true, keywords: [['no', 'good']], wording: 'At times I think I am no good at all.' }
  ],
  scoring: { rule: 'sum' },
  missing: { rule: 'prorate', atMost: 2 },
  scale: { min: 0, max: 30, low: 'low self-esteem', high: 'high self-esteem' },
  variants: [
    { id: '1-4', kind: 'codes', min: 1, max: 4 },
    {
      id: 'published',
      kind: 'order',
      items: 'worth qualities failure able not-proud positive-attitude satisfied more-respect useless no-good'.split(
        ' '
      )
    },
    {
      id: 'circulated',
      kind: 'order',
      items: 'satisfied no-good qualities able not-proud useless worth more-respect failure positive-attitude'.split(
        ' '
      )
    }
  ],
  orderMustBeDeclared: true,
  bands: [
    { from: 0, label: 'low', source: 'a convention quoted from the University of Maryland' },
    { from: 15, label: 'normal range', source: 'a convention quoted from the University of Maryland' },
    { from: 26, label: 'high', source: 'a convention quoted from the University of Maryland' }
  ],
  reliability: { value: 0.83, kind: 'retest', source: 'one week, Polish adaptation', seen: true },
  norms: [
    {
      mean: 22.62,
      sd: 5.8,
      n: 503,
      population: 'United States, adults, 2010',
      source: 'Sinclair and others 2010',
      seen: false
    }
  ],
  licence: {
    wordingMayShip: true,
    note: 'In the public domain, says the University of Maryland. Cite Rosenberg 1965.'
  },
  reference: 'Rosenberg M (1965). Society and the adolescent self-image. Princeton University Press',
  source:
    'the scoring text of the University of Maryland, quoted in public code; canvas.ucsc.edu and scribd.com 47548675 for the circulated order; psytoolkit.org'
})
