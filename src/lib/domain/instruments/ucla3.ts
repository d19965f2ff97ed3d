import { instrument } from './instrument.ts'

/** Three questions on loneliness, the harmonised question of the United Kingdom's statistics. Scores from 3 to 9. */
export const ucla3 = instrument({
  id: 'ucla-3',
  name: 'UCLA Three-Item Loneliness Scale',
  construct: 'loneliness',
  better: 'lower',
  codes: {
    min: 1,
    max: 3,
    labels: {
      // The first printed forms say "hardly ever", the British ones "hardly ever or never": one code.
      1: ['hardly ever or never', 'hardly ever', 'hardly ever/never', 'hardly ever / never', 'never or hardly ever'],
      2: ['some of the time', 'sometimes'],
      3: ['often', 'often or always']
    }
  },
  items: [
    { key: 'companionship', keywords: [['companionship']] },
    { key: 'left-out', keywords: [['left', 'out']] },
    { key: 'isolated', keywords: [['isolated']] }
  ],
  scoring: { rule: 'sum' },
  missing: { rule: 'complete-case' },
  scale: { min: 3, max: 9, low: 'hardly ever lonely', high: 'often lonely' },
  bands: [
    { from: 3, label: 'not lonely', source: 'a convention of later users, not of the authors' },
    { from: 6, label: 'lonely', source: 'a convention of later users, not of the authors; does not diagnose' }
  ],
  reliability: {
    value: 0.72,
    kind: 'alpha',
    source: 'Hughes and others 2004, by way of an encyclopaedia page',
    seen: true
  },
  referenceSd: {
    value: 1.57,
    source: 'a cautious reference, so that 3 points or more count; published samples run from about 1.3 to 1.9',
    seen: false
  },
  norms: [
    {
      mean: null,
      sd: null,
      n: null,
      population: 'United States, adults of 50 and over, 2002',
      source: 'Hughes and others 2004; the figures have not been looked up',
      seen: false
    }
  ],
  licence: {
    wordingMayShip: false,
    note: 'Published for re-use by the Office for National Statistics; permission not yet verified. Cite Hughes 2004.'
  },
  reference:
    'Hughes ME, Waite LJ, Hawkley LC, Cacioppo JT (2004). A short scale for measuring loneliness in large surveys. Research on Aging 26(6):655-672',
  source:
    'ons.gov.uk, Measuring loneliness: guidance for use of the national indicators; github.com/jpoko/ccc-dashboard'
})
