import { instrument } from './instrument.ts'

/** Twenty questions on loneliness, nine of them reversed. Scores from 20 to 80. Never to be mixed with the versions of 1978 and 1980. */
export const ucla20v3 = instrument({
  id: 'ucla-20-v3',
  name: 'UCLA Loneliness Scale, Version 3',
  construct: 'loneliness',
  better: 'lower',
  codes: {
    min: 1,
    max: 4,
    labels: {
      1: ['never', 'i never feel this way'],
      2: ['rarely', 'i rarely feel this way'],
      3: ['sometimes', 'i sometimes feel this way'],
      4: ['often', 'always', 'often or always', 'i often feel this way', 'i always feel this way']
    }
  },
  items: [
    { key: 'item-01', reverse: true, keywords: [['tune']] },
    { key: 'item-02', keywords: [['lack', 'companionship']] },
    { key: 'item-03', keywords: [['no', 'one', 'turn']] },
    { key: 'item-04', keywords: [['alone']] },
    { key: 'item-05', reverse: true, keywords: [['part', 'group']] },
    { key: 'item-06', reverse: true, keywords: [['common']] },
    { key: 'item-07', keywords: [['longer', 'close']] },
    { key: 'item-08', keywords: [['interests', 'shared']] },
    { key: 'item-09', reverse: true, keywords: [['outgoing']] },
    { key: 'item-10', reverse: true, keywords: [['feel', 'close', 'people']] },
    { key: 'item-11', keywords: [['left', 'out']] },
    { key: 'item-12', keywords: [['relationships', 'meaningful']] },
    { key: 'item-13', keywords: [['really', 'knows']] },
    { key: 'item-14', keywords: [['isolated']] },
    { key: 'item-15', reverse: true, keywords: [['find', 'companionship']] },
    { key: 'item-16', reverse: true, keywords: [['understand']] },
    { key: 'item-17', keywords: [['shy']] },
    { key: 'item-18', keywords: [['around', 'not', 'with']] },
    { key: 'item-19', reverse: true, keywords: [['talk']] },
    { key: 'item-20', reverse: true, keywords: [['can', 'turn']] }
  ],
  scoring: { rule: 'sum' },
  missing: { rule: 'prorate', atMost: 4 },
  scale: { min: 20, max: 80, low: 'hardly ever lonely', high: 'often lonely' },
  bands: [
    { from: 20, label: 'low', source: 'common usage; the author gives no cut-offs' },
    { from: 35, label: 'moderate', source: 'common usage; the author gives no cut-offs' },
    { from: 50, label: 'high', source: 'common usage; the author gives no cut-offs' }
  ],
  reliability: { value: 0.89, kind: 'alpha', source: 'Russell 1996: the lowest of .89 to .94', seen: false },
  norms: [
    { mean: 40.08, sd: 9.5, n: 489, population: 'United States, students', source: 'Russell 1996', seen: false },
    { mean: 31.51, sd: 6.92, n: 301, population: 'United States, older adults', source: 'Russell 1996', seen: false }
  ],
  licence: { wordingMayShip: false, note: 'Copyright D. W. Russell; free for research with citation.' },
  reference:
    'Russell DW (1996). UCLA Loneliness Scale (Version 3): reliability, validity, and factor structure. Journal of Personality Assessment 66(1):20-40',
  source: 'several public scoring scripts that agree on the reversed items, among them mkezer/Final_Project_EDLD_653'
})
