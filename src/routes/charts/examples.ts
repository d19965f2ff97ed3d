import { scoreBands } from '#lib/domain/privacy/scoreBands.ts'
import type { Outcome, PairPanel, Release } from '#lib/domain/privacy/release.ts'

type Figures = 'people' | 'change' | 'shares' | 'distribution'
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

/** A full histogram: seven scores of UCLA-3, eight bands of the other scales here. */
function histogram(range: Outcome['range']): PairPanel['distribution'] {
  const { bands } = scoreBands(range, range[1] - range[0] >= 6)
  const seven = bands.length === 7
  const before = seven ? [8, 10, 18, 24, 17, 13, 10] : [6, 9, 14, 21, 18, 14, 11, 7]
  const after = seven ? [15, 17, 22, 20, 12, 8, 6] : [4, 6, 10, 15, 19, 20, 15, 11]
  return {
    state: 'shown',
    bands: bands.map((band, place) => ({ ...band, before: before[place] ?? 0, after: after[place] ?? 0 }))
  }
}

/** The panel of an outcome, with the finding that its change calls for. */
function panel(outcome: Outcome, figures: Partial<Pick<PairPanel, Figures>> = {}): PairPanel {
  const change = figures.change ?? lower
  const counted = figures.people ?? people
  const n = counted.state === 'shown' ? counted.paired : 0
  const first = counted.state === 'shown' ? n + counted.onlyFrom : 0
  return {
    from: 'before',
    to: 'after',
    arm: null,
    people,
    change,
    shares,
    distribution: histogram(outcome.range),
    finding: change.state === 'shown' ? changeFinding(outcome, change, n) : { id: 'withheld', values: {} },
    cautions:
      change.state === 'shown'
        ? [
            { id: 'not_cause', values: {} },
            { id: 'missing', values: { n, first } },
            ...(n < 30 ? [{ id: 'few_people', values: { n } }] : [])
          ]
        : [],
    ...figures
  }
}

function changeFinding(
  outcome: Outcome,
  { change, low, high }: Shown<PairPanel['change']>,
  n: number
): PairPanel['finding'] {
  const [min, max] = outcome.range
  const decimals = max - min < 6 ? 2 : 1
  const said = { construct: outcome.construct, n, min, max, decimals, measure: outcome.instrument }
  const scaleName = outcome.name
  if (low <= 0 && high >= 0) return { id: 'change_unclear', values: { ...said, scaleName, low, high } }
  const direction = change < 0 ? 'lower' : 'higher'
  const [near, far] = change < 0 ? [-high, -low] : [low, high]
  const judgement = direction === outcome.better ? 'better' : 'worse'
  const values = { ...said, scaleName, change: Math.abs(change), direction, judgement, low: near, high: far }
  return { id: 'change_clear', values }
}

function withPanel(outcome: Outcome, figures?: Partial<Pick<PairPanel, Figures>>): Outcome {
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

const bands = (...list: [from: number, to: number, before: number, after: number][]): PairPanel['distribution'] => ({
  state: 'shown',
  bands: list.map(([from, to, before, after]) => ({ from, to, before, after }))
})
const joined = bands([3, 4, 22, 34], [5, 5, 22, 27], [6, 6, 29, 20], [7, 9, 27, 19])
const threeBands = bands([3, 4, 33, 42], [5, 6, 42, 33], [7, 9, 25, 25])
const floor = bands([3, 3, 61, 66], [4, 4, 17, 15], [5, 9, 22, 19])
const few: PairPanel['people'] = { state: 'shown', paired: 12, onlyFrom: 3, onlyTo: 0 }
const fewer: PairPanel['people'] = { state: 'shown', paired: 7, onlyFrom: 2, onlyTo: 1 }

const allWithheld = { people: withheld, change: withheld, shares: withheld, distribution: withheld }
const merged = { state: 'merged' as const, into: 'Smaller programs' }
const wideInterval = { ...lower, before: 6.3, after: 5.6, change: -0.7, low: -1.9, high: 0.5 }
const atTheFloor = { ...lower, before: 3.8, after: 3.7, change: -0.1, low: -0.4, high: 0.2 }
const fewShares: PairPanel['shares'] = {
  state: 'shown',
  parts: [
    { of: ['better', 'same'], percent: 75 },
    { of: ['worse'], percent: 25 }
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
  { name: 'Withheld', outcome: withPanel(loneliness, allWithheld) },
  {
    name: 'Nobody can be matched',
    outcome: {
      ...selfEsteem,
      waves: [{ wave: 'before', level: { state: 'shown', people: 62, mean: 16.3, sd: 6.9 } }],
      pairs: [
        {
          ...panel(selfEsteem, allWithheld),
          finding: { id: 'unpaired', values: {} }
        }
      ]
    }
  },
  { name: 'Shares withheld alone', outcome: withPanel(loneliness, { shares: withheld }) },
  { name: 'Neighbouring scores joined', outcome: withPanel(loneliness, { distribution: joined }) },
  {
    name: 'Twelve people, three bands',
    outcome: withPanel(loneliness, { people: few, change: wideInterval, shares: fewShares, distribution: threeBands })
  },
  {
    name: 'Seven people, no distribution',
    outcome: withPanel(loneliness, { people: fewer, change: wideInterval, shares: withheld, distribution: withheld })
  },
  {
    name: 'At the floor, unclear',
    outcome: withPanel(loneliness, { change: atTheFloor, shares: alike('same'), distribution: floor })
  },
  {
    name: 'Counted together with another group',
    outcome: withPanel(loneliness, { people: merged, change: merged, shares: merged, distribution: merged })
  },
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
