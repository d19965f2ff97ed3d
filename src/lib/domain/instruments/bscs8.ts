import { instrument } from './instrument.ts'

/** Eight statements on one's sense of community, in four pairs. Scores from 8 to 40. */
export const bscs8 = instrument({
  id: 'bscs-8',
  name: 'Brief Sense of Community Scale',
  construct: 'community',
  better: 'higher',
  codes: {
    min: 1,
    max: 5,
    labels: {
      1: ['strongly disagree'],
      2: ['somewhat disagree', 'disagree'],
      3: ['neutral', 'neither agree nor disagree', 'neither', 'undecided'],
      4: ['somewhat agree', 'agree'],
      5: ['strongly agree']
    }
  },
  items: [
    { key: 'get-needs', keywords: [['get', 'need']] },
    {
      key: 'fulfil-needs',
      keywords: [
        ['fulfil', 'needs'],
        ['fulfill', 'needs']
      ]
    },
    { key: 'member', keywords: [['member']] },
    { key: 'belong', keywords: [['belong']] },
    { key: 'say', keywords: [['say']] },
    { key: 'influence', keywords: [['influence'], ['influencing']] },
    { key: 'connected', keywords: [['connected']] },
    { key: 'bond', keywords: [['bond']] }
  ],
  scoring: { rule: 'sum' },
  subscales: [
    { id: 'needs-fulfilment', items: ['get-needs', 'fulfil-needs'], rule: 'sum', scale: { min: 2, max: 10 } },
    { id: 'membership', items: ['member', 'belong'], rule: 'sum', scale: { min: 2, max: 10 } },
    { id: 'influence', items: ['say', 'influence'], rule: 'sum', scale: { min: 2, max: 10 } },
    { id: 'emotional-connection', items: ['connected', 'bond'], rule: 'sum', scale: { min: 2, max: 10 } }
  ],
  missing: { rule: 'prorate', atMost: 1 },
  scale: { min: 8, max: 40, low: 'I do not belong here', high: 'I belong here' },
  reliability: { value: 0.92, kind: 'alpha', source: 'Peterson and others 2008', seen: false },
  licence: {
    wordingMayShip: false,
    note: 'Copyright Wiley. "Neighbourhood" may stand for another community; say so where it does.'
  },
  reference:
    'Peterson NA, Speer PW, McMillan DW (2008). Validation of a Brief Sense of Community Scale. Journal of Community Psychology 36(1):61-73',
  source: 'scales.arabpsychology.com (labels, pairs of items); researchgate.net 229567281; PMC9122342, table 3'
})
