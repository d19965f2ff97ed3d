import { instrument } from '#lib/domain/instruments/instrument.ts'

/** Invented questionnaires in the shapes that recognition must tell apart; what is known of real ones is theirs. */
export const garden3 = instrument({
  id: 'garden-3',
  name: 'Garden, three questions',
  construct: 'belonging',
  better: 'higher',
  codes: { min: 1, max: 3, labels: { 1: ['hardly ever'], 2: ['some of the time'], 3: ['often'] } },
  items: [
    { key: 'dig', keywords: [['dig']] },
    { key: 'water', keywords: [['water', 'plants'], ['watering']] },
    { key: 'harvest', keywords: [['harvest']] }
  ],
  scoring: { rule: 'sum' },
  scale: { min: 3, max: 9 }
})

/** Circulates in two orders; the second coding is one higher. */
export const choirs4 = instrument({
  id: 'choirs-4',
  name: 'Choir, four questions',
  construct: 'belonging',
  better: 'higher',
  codes: {
    min: 0,
    max: 3,
    labels: { 0: ['strongly disagree'], 1: ['disagree'], 2: ['agree'], 3: ['strongly agree'] }
  },
  items: [
    { key: 'sing', keywords: [['sing']] },
    { key: 'listen', keywords: [['listen']], reverse: true },
    { key: 'travel', keywords: [['travel']] },
    { key: 'rehearse', keywords: [['rehearse']] }
  ],
  scoring: { rule: 'sum' },
  scale: { min: 0, max: 12 },
  variants: [
    { id: '1-4', kind: 'codes', min: 1, max: 4 },
    { id: 'published', kind: 'order', items: ['sing', 'listen', 'travel', 'rehearse'] },
    { id: 'circulated', kind: 'order', items: ['rehearse', 'travel', 'listen', 'sing'] }
  ],
  orderMustBeDeclared: true
})

export const joyTotal = instrument({
  id: 'joy-total',
  name: 'Joy total',
  construct: 'wellbeing',
  better: 'higher',
  items: [],
  scoring: { rule: 'total' },
  scale: { min: 0, max: 151 }
})

export const invented = [garden3, choirs4, joyTotal]
