import type { SeededRandom } from './seededRandom.ts'

/** How the sample's people answer one questionnaire. Their standing is in standard deviations; higher is better. */
export interface SampleScale {
  name: 'loneliness' | 'selfEsteem' | 'community'
  items: { header: string; reverse: boolean }[]
  answer(standing: number, reverse: boolean, random: SeededRandom): string
}

/** UCLA-3: keys instead of wording, since its licence has not been verified; labels as people choose them. */
export const loneliness: SampleScale = {
  name: 'loneliness',
  items: ['UCLA_1', 'UCLA_2', 'UCLA_3'].map((header) => ({ header, reverse: false })),
  answer: (standing, _reverse, random) =>
    labelled(['Hardly ever', 'Some of the time', 'Often'], code(-standing, 2.1, 0.75, [1, 3], random) - 1)
}

/** Brief Sense of Community Scale, by keys. */
export const community: SampleScale = {
  name: 'community',
  items: Array.from({ length: 8 }, (_, index) => ({ header: `BSCS_${index + 1}`, reverse: false })),
  answer: (standing, _reverse, random) => String(code(standing, 3.2, 0.9, [1, 5], random))
}

/** Rosenberg's scale in the published order. Its wording may be reproduced (University of Maryland). */
export const selfEsteem: SampleScale = {
  name: 'selfEsteem',
  items: [
    { header: 'I feel that I am a person of worth, at least on an equal plane with others.', reverse: false },
    { header: 'I feel that I have a number of good qualities.', reverse: false },
    { header: 'All in all, I am inclined to feel that I am a failure.', reverse: true },
    { header: 'I am able to do things as well as most other people.', reverse: false },
    { header: 'I feel I do not have much to be proud of.', reverse: true },
    { header: 'I take a positive attitude toward myself.', reverse: false },
    { header: 'On the whole, I am satisfied with myself.', reverse: false },
    { header: 'I wish I could have more respect for myself.', reverse: true },
    { header: 'I certainly feel useless at times.', reverse: true },
    { header: 'At times I think I am no good at all.', reverse: true }
  ],
  answer: (standing, reverse, random) => {
    const agreement = code(reverse ? -standing : standing, reverse ? 1.3 : 1.8, 0.6, [0, 3], random)
    return labelled(['Strongly disagree', 'Disagree', 'Agree', 'Strongly agree'], agreement)
  }
}

/** An answer around `middle + spread x standing`, with noise of its own, on the range of codes. */
function code(
  standing: number,
  middle: number,
  spread: number,
  [min, max]: [number, number],
  random: SeededRandom
): number {
  const exact = middle + spread * standing * 0.8 + 0.55 * random.normal()
  return Math.min(max, Math.max(min, Math.round(exact)))
}

function labelled(labels: string[], index: number): string {
  return labels[index] ?? ''
}
