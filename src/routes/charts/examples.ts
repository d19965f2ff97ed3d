import type { Outcome, PairPanel, Release } from '#lib/domain/privacy/release.ts'

type Shown<Figure> = Extract<Figure, { state: 'shown' }>

const withheld = { state: 'withheld' as const }
const people: PairPanel['people'] = { state: 'shown', paired: 41, onlyFrom: 29, onlyTo: 6, registered: 90 }

const loneliness: Outcome = {
  instrument: 'ucla-3',
  scale: 'total',
  name: 'UCLA Three-Item Loneliness Scale',
  definitionVersion: 1,
  construct: 'loneliness',
  better: 'lower',
  range: [3, 9],
  ends: { low: 'hardly ever lonely', high: 'often lonely' },
  waves: [],
  pairs: [],
  waiting: false
}
const selfEsteem: Outcome = {
  ...loneliness,
  instrument: 'rses-10',
  name: 'Rosenberg Self-Esteem Scale',
  construct: 'self-esteem',
  better: 'higher',
  range: [0, 30],
  ends: { low: 'low self-esteem', high: 'high self-esteem' }
}
const resilience: Outcome = {
  ...loneliness,
  instrument: 'our-resilience',
  name: 'Getting back up, four questions of our own',
  construct: 'resilience',
  better: 'higher',
  range: [1, 5],
  ends: {
    low: 'I find it very hard to get back up when something bad happens',
    high: 'I get back up again quickly, whatever happens'
  }
}

const lower: Shown<PairPanel['change']> = {
  state: 'shown',
  before: 6.1,
  after: 5.2,
  change: -0.9,
  low: -1.4,
  high: -0.4,
  sd: 1.6,
  g: -0.5,
  gLow: -0.79,
  gHigh: -0.21
}
const shares: PairPanel['shares'] = {
  state: 'shown',
  parts: [
    { of: ['better'], percent: 34 },
    { of: ['same'], percent: 56 },
    { of: ['worse'], percent: 10 }
  ],
  rule: 'reliable',
  threshold: 2.3
}

/** The panel of an outcome, with the finding that its change calls for. */
function panel(outcome: Outcome, figures: Partial<Pick<PairPanel, 'people' | 'change' | 'shares'>> = {}): PairPanel {
  const change = figures.change ?? lower
  return {
    from: 'before',
    to: 'after',
    arm: null,
    people,
    change,
    shares,
    finding: change.state === 'shown' ? changeFinding(outcome, change) : { id: 'withheld', values: {} },
    cautions:
      change.state === 'shown'
        ? [
            { id: 'not_cause', values: {} },
            { id: 'missing', values: { n: 41, first: 70 } }
          ]
        : [],
    ...figures
  }
}

function changeFinding(outcome: Outcome, { change, low, high }: Shown<PairPanel['change']>): PairPanel['finding'] {
  const [min, max] = outcome.range
  const decimals = max - min < 6 ? 2 : 1
  const said = { construct: outcome.construct, n: 41, min, max, decimals, measure: outcome.instrument }
  const scaleName = outcome.name
  if (low <= 0 && high >= 0) return { id: 'change_unclear', values: { ...said, scaleName, low, high } }
  const direction = change < 0 ? 'lower' : 'higher'
  const [near, far] = change < 0 ? [-high, -low] : [low, high]
  const judgement = direction === outcome.better ? 'better' : 'worse'
  const values = { ...said, scaleName, change: Math.abs(change), direction, judgement, low: near, high: far }
  return { id: 'change_clear', values }
}

function withPanel(outcome: Outcome, figures?: Partial<Pick<PairPanel, 'people' | 'change' | 'shares'>>): Outcome {
  return { ...outcome, pairs: [panel(outcome, figures)] }
}

const worse = { ...lower, before: 5.2, after: 5.8, change: 0.6, low: 0.5, high: 0.8 }
const unclear = {
  ...lower,
  before: 17.2,
  after: 17.6,
  change: 0.4,
  low: -0.9,
  high: 1.7,
  sd: 4.5,
  g: 0.08,
  gLow: -0.19,
  gHigh: 0.35
}
const tiny = { ...lower, before: 8.7, after: 8.6, change: -0.1, low: -0.2, high: -0.1 }
const decimals = { ...lower, before: 3.12, after: 3.57, change: 0.45, low: 0.21, high: 0.69 }
const wide = { ...lower, before: 12.4, after: 19.8, change: 7.4, low: 5.9, high: 8.9 }
const atTheEnd = { ...lower, before: 3.4, after: 3.2, change: -0.2, low: -0.5, high: 0.1 }

const twoParts: PairPanel['shares'] = {
  state: 'shown',
  parts: [
    { of: ['better'], percent: 71 },
    { of: ['same', 'worse'], percent: 29 }
  ],
  rule: 'reliable',
  threshold: 8.1
}
const anyMove: PairPanel['shares'] = {
  state: 'shown',
  parts: [
    { of: ['better'], percent: 47 },
    { of: ['same'], percent: 31 },
    { of: ['worse'], percent: 22 }
  ],
  rule: 'any',
  threshold: 0
}
const smallParts: PairPanel['shares'] = {
  state: 'shown',
  parts: [
    { of: ['better'], percent: 3 },
    { of: ['same'], percent: 93 },
    { of: ['worse'], percent: 4 }
  ],
  rule: 'reliable',
  threshold: 2.3
}

const alike = (of: 'better' | 'same' | 'worse'): PairPanel['shares'] => ({ state: 'nearlyAll', of, atLeast: 75 })

/** Every state of the two charts, each named for what it shows. None of it is about anybody. */
export const examples: { name: string; outcome: Outcome }[] = [
  { name: 'Lower is better, and clear', outcome: withPanel(loneliness) },
  { name: 'Worse', outcome: withPanel(loneliness, { change: worse, shares: smallParts }) },
  { name: 'Unclear, 0 to 30', outcome: withPanel(selfEsteem, { change: unclear, shares: anyMove }) },
  {
    name: 'Tiny, at the left end, nearly all alike',
    outcome: withPanel(loneliness, { change: tiny, shares: alike('same') })
  },
  { name: 'At the right end', outcome: withPanel(loneliness, { change: atTheEnd, shares: alike('better') }) },
  { name: 'Long names, two decimals', outcome: withPanel(resilience, { change: decimals, shares: alike('worse') }) },
  { name: 'A large change, parts joined', outcome: withPanel(selfEsteem, { change: wide, shares: twoParts }) },
  { name: 'Withheld', outcome: withPanel(loneliness, { people: withheld, change: withheld, shares: withheld }) },
  {
    name: 'Nobody can be matched',
    outcome: {
      ...selfEsteem,
      waves: [{ wave: 'before', level: { state: 'shown', people: 62, mean: 16.3, sd: 6.9 } }],
      pairs: [
        {
          ...panel(selfEsteem, { people: withheld, change: withheld, shares: withheld }),
          finding: { id: 'unpaired', values: {} }
        }
      ]
    }
  },
  { name: 'Shares withheld alone', outcome: withPanel(loneliness, { shares: withheld }) },
  {
    name: 'Waiting',
    outcome: {
      ...loneliness,
      waiting: true,
      waves: [
        { wave: 'before', level: { state: 'shown', people: 38, mean: 6.3, sd: 1.7 } },
        { wave: 'after', level: withheld }
      ]
    }
  }
]

/** The examples as one program's release. */
export const exampleRelease: Release = {
  schema: 1,
  audience: 'team',
  version: 7,
  publishedOn: '2026-11-14',
  node: { kind: 'program', id: '1', name: 'Riverside Friendly Calls' },
  coverage: { peopleCoveredPercent: 58, moreAnswersArriving: true, correctionPending: false },
  outcomes: examples.map(({ outcome }) => outcome)
}
