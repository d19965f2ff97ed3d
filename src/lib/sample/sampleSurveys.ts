import { csvText } from './csvText.ts'
import { type SeededRandom, seededRandom } from './seededRandom.ts'
import { loneliness, selfEsteem, community, type SampleScale } from './sampleScales.ts'

/** A survey export as a program of the sample organisation would upload it. */
export interface SampleFile {
  fileName: string
  program: string
  cohort: string
  wave: 'before' | 'after'
  text: string
}

interface SampleProgram {
  slug: string
  name: string
  cohort: string
  seed: number
  /** Who answered only before, both times, only after. */
  people: { onlyBefore: number; both: number; onlyAfter: number }
  /** Change of a person's standing between the waves, in standard deviations; positive is better. */
  gain: Record<SampleScale['name'], number>
  before: Date
  after: Date
}

export const sampleOrganisation = 'Riverside Community Network (sample)'

const programs: SampleProgram[] = [
  {
    slug: 'friendly-calls',
    name: 'Riverside Friendly Calls',
    cohort: 'Spring 2026',
    seed: 20260214,
    people: { onlyBefore: 17, both: 52, onlyAfter: 3 },
    gain: { loneliness: 0.55, selfEsteem: 0.08, community: 0.5 },
    before: new Date(Date.UTC(2026, 1, 9, 9)),
    after: new Date(Date.UTC(2026, 5, 8, 9))
  },
  {
    slug: 'tuesday-garden-club',
    name: 'Tuesday Garden Club',
    cohort: 'Spring 2026',
    seed: 20260303,
    people: { onlyBefore: 3, both: 4, onlyAfter: 0 },
    gain: { loneliness: 0.4, selfEsteem: 0.3, community: 0.4 },
    before: new Date(Date.UTC(2026, 2, 3, 10)),
    after: new Date(Date.UTC(2026, 5, 16, 10))
  }
]

/** Every file of the sample organisation, in the order of upload. The same bytes each time. */
export function sampleSurveys(): SampleFile[] {
  return programs.flatMap((program) => {
    const random = seededRandom(program.seed)
    const people = peopleOf(program, random)
    return (['before', 'after'] as const).map((wave) => ({
      fileName: `${program.slug}-${wave}.csv`,
      program: program.name,
      cohort: program.cohort,
      wave,
      text: survey(
        program,
        wave,
        people.filter((person) => person.waves.includes(wave)),
        random
      )
    }))
  })
}

interface Person {
  code: string
  standing: Record<SampleScale['name'], number>
  waves: ('before' | 'after')[]
}

function peopleOf({ people }: SampleProgram, random: SeededRandom): Person[] {
  const waves = [
    ...Array<Person['waves']>(people.both).fill(['before', 'after']),
    ...Array<Person['waves']>(people.onlyBefore).fill(['before']),
    ...Array<Person['waves']>(people.onlyAfter).fill(['after'])
  ]
  const codes = new Set<string>()
  return waves.map((asked) => {
    let code = participantCode(random)
    while (codes.has(code)) code = participantCode(random)
    codes.add(code)
    const shared = random.normal()
    const own = () => 0.6 * shared + 0.8 * random.normal()
    return { code, standing: { loneliness: own(), selfEsteem: own(), community: own() }, waves: asked }
  })
}

/** Two letters, a day and a letter: something people can remember that does not name them. */
function participantCode(random: SeededRandom): string {
  const letter = () => 'ABCDEFGHJKLMNPRSTUVWYZ'.charAt(Math.floor(random.uniform() * 22))
  const day = String(1 + Math.floor(random.uniform() * 28)).padStart(2, '0')
  return `${letter()}${letter()}-${day}-${letter()}`
}

function survey(program: SampleProgram, wave: 'before' | 'after', people: Person[], random: SeededRandom): string {
  const scales = [loneliness, community, selfEsteem]
  const header = ['Timestamp', 'Participant code', ...scales.flatMap((scale) => scale.items.map((item) => item.header))]
  const rows = shuffled(people, random).map((person, index) => {
    const answers = scales.flatMap((scale) => {
      const gain = wave === 'after' ? program.gain[scale.name] + 0.55 * random.normal() : 0
      return scale.items.map((item) => scale.answer(person.standing[scale.name] + gain, item.reverse, random))
    })
    return [timestamp(program[wave], index, random), person.code, ...answers]
  })
  return csvText([header, ...rows])
}

/** As Google Forms writes it: month/day/year, hours without a leading zero. */
function timestamp(start: Date, index: number, random: SeededRandom): string {
  const at = new Date(start.getTime() + (index * 7 + random.uniform() * 6) * 3_600_000)
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${at.getUTCMonth() + 1}/${at.getUTCDate()}/${at.getUTCFullYear()}`
  return `${day} ${at.getUTCHours()}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`
}

function shuffled<Element>(list: readonly Element[], random: SeededRandom): Element[] {
  return list
    .map((element) => ({ element, place: random.uniform() }))
    .sort((a, b) => a.place - b.place)
    .map(({ element }) => element)
}
