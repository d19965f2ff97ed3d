import { instrument } from './instrument.ts'

/** Twenty statements on self-esteem at this moment, thirteen of them reversed. Scores from 20 to 100; three subscales. */
export const sses20 = instrument({
  id: 'sses-20',
  name: 'State Self-Esteem Scale',
  construct: 'self-esteem',
  better: 'higher',
  codes: {
    min: 1,
    max: 5,
    labels: {
      1: ['not at all'],
      2: ['a little bit', 'a little'],
      3: ['somewhat'],
      4: ['very much', 'very'],
      5: ['extremely']
    }
  },
  items: [
    { key: 'item-01', keywords: [['confident', 'abilities']] },
    { key: 'item-02', reverse: true, keywords: [['success', 'failure']] },
    { key: 'item-03', keywords: [['body']] },
    { key: 'item-04', reverse: true, keywords: [['frustrated'], ['rattled']] },
    { key: 'item-05', reverse: true, keywords: [['understanding', 'read']] },
    { key: 'item-06', keywords: [['respect', 'admire']] },
    { key: 'item-07', reverse: true, keywords: [['weight']] },
    { key: 'item-08', reverse: true, keywords: [['self', 'conscious']] },
    { key: 'item-09', keywords: [['smart']] },
    { key: 'item-10', reverse: true, keywords: [['displeased']] },
    { key: 'item-11', keywords: [['feel', 'good', 'myself']] },
    { key: 'item-12', keywords: [['pleased', 'appearance']] },
    { key: 'item-13', reverse: true, keywords: [['worried', 'other', 'think']] },
    { key: 'item-14', keywords: [['confident', 'understand']] },
    { key: 'item-15', reverse: true, keywords: [['inferior']] },
    { key: 'item-16', reverse: true, keywords: [['unattractive']] },
    { key: 'item-17', reverse: true, keywords: [['impression']] },
    { key: 'item-18', reverse: true, keywords: [['scholastic']] },
    { key: 'item-19', reverse: true, keywords: [['not', 'doing', 'well']] },
    { key: 'item-20', reverse: true, keywords: [['foolish']] }
  ],
  scoring: { rule: 'sum' },
  subscales: [
    {
      id: 'performance',
      items: ['item-01', 'item-04', 'item-05', 'item-09', 'item-14', 'item-18', 'item-19'],
      rule: 'sum',
      scale: { min: 7, max: 35 }
    },
    {
      id: 'social',
      items: ['item-02', 'item-08', 'item-10', 'item-13', 'item-15', 'item-17', 'item-20'],
      rule: 'sum',
      scale: { min: 7, max: 35 }
    },
    {
      id: 'appearance',
      items: ['item-03', 'item-06', 'item-07', 'item-11', 'item-12', 'item-16'],
      rule: 'sum',
      scale: { min: 6, max: 30 }
    }
  ],
  missing: { rule: 'prorate', atMost: 4 },
  scale: { min: 20, max: 100, low: 'low self-esteem', high: 'high self-esteem' },
  variants: [{ id: '0-4', kind: 'codes', min: 0, max: 4 }],
  // A state is meant to move, so agreement after a week would say nothing: alpha is the right reliability here.
  reliability: { value: 0.92, kind: 'alpha', source: 'Heatherton and Polivy 1991', seen: false },
  norms: [
    { mean: 70, sd: null, n: 102, population: 'Canada, undergraduates, 1991', source: 'psytoolkit.org', seen: true }
  ],
  licence: { wordingMayShip: false, note: 'Copyright American Psychological Association; usable with citation.' },
  reference:
    'Heatherton TF, Polivy J (1991). Development and validation of a scale for measuring state self-esteem. Journal of Personality and Social Psychology 60(6):895-910',
  source: 'atera.org/archives/156 (reversed items and subscales); psytoolkit.org (labels, mean)'
})
