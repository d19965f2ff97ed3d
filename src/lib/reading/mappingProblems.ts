import type { Instrument } from '../domain/instruments/instrument.ts'
import { canonicalAnswers } from '../domain/scoring/canonicalAnswers.ts'
import { ScoringError, type ScoringProblem } from '../domain/scoring/scoringProblem.ts'
import { referredColumn } from './columnReference.ts'
import type { FileLayout } from './fileOverview.ts'
import type { InstrumentEntry, Mapping, MappingColumn } from './mapping.ts'
import type { Problem, ProblemCode } from './problem.ts'

/**
 * Everything that must be mended in a mapping before its file can be imported: columns that are not there or are there
 * twice, unknown instruments and variants, too few or too many items, an order or a wave that nobody declared.
 */
export function mappingProblems(layout: FileLayout, mapping: Mapping, instruments: readonly Instrument[]): Problem[] {
  const problems = mappingColumns(mapping).flatMap((column) => {
    const found = referredColumn(layout, column)
    return 'problem' in found ? [found.problem] : []
  })
  const entries = mapping.instruments ?? []
  const attributes = [mapping.arm, mapping.attendance, ...(mapping.dimensions ?? [])].filter(
    (given) => given !== undefined
  )
  if (entries.length === 0 && attributes.length === 0) problems.push(problem('no-instruments'))
  for (const entry of entries) {
    if (!entry.wave && !mapping.wave) problems.push(problem('no-wave', { instrument: entry.instrument }))
    const instrument = instruments.find(({ id }) => id === entry.instrument)
    if (instrument) problems.push(...entryProblems(entry, instrument))
    else problems.push(problem('unknown-instrument', { instrument: entry.instrument }))
  }
  return unlike([...problems, ...twice(mapping)])
}

function mappingColumns(mapping: Mapping): MappingColumn[] {
  const {
    participant,
    program,
    cohort,
    wave,
    instruments = [],
    dimensions = [],
    keep = [],
    choices = [],
    comments = []
  } = mapping
  const single = [participant, program, cohort, wave, mapping.arm, mapping.attendance, mapping.date]
  return [
    ...single.flatMap((given) => (given && 'column' in given ? [given.column] : [])),
    ...[...dimensions, ...keep, ...choices, ...comments].map(({ column }) => column),
    ...instruments.flatMap(({ items = [], total }) => [
      ...items.filter((item) => item !== null),
      ...(total === undefined ? [] : [total])
    ])
  ]
}

function entryProblems(entry: InstrumentEntry, instrument: Instrument): Problem[] {
  const { id, items, scoring } = instrument
  if (entry.total !== undefined && entry.items === undefined) return codesProblems(entry, instrument)
  if (entry.items === undefined || entry.total !== undefined || scoring.rule === 'total')
    return [problem('wrong-item-count', { instrument: id, given: entry.items?.length ?? 0, expected: items.length })]
  const { order, codes } = entry
  try {
    canonicalAnswers(
      instrument,
      entry.items.map(() => null),
      { order, codes: typeof codes === 'string' ? codes : undefined }
    )
  } catch (error) {
    if (!(error instanceof ScoringError)) throw error
    return [asProblem(error.problem)]
  }
  return codesProblems(entry, instrument)
}

/** A table must give codes that the instrument has, a name must be one of its variants. */
function codesProblems({ codes }: InstrumentEntry, instrument: Instrument): Problem[] {
  if (codes === undefined) return []
  if (typeof codes === 'string') {
    const known = instrument.variants.some(({ kind, id }) => kind === 'codes' && id === codes)
    return known ? [] : [problem('unknown-variant', { instrument: instrument.id, variant: codes })]
  }
  const ranges = [instrument.codes, ...instrument.items.map((item) => item.codes)].filter(
    (range) => range !== undefined
  )
  // One table for all the items: what it gives must be an answer to each of them.
  const min = Math.max(...ranges.map((range) => range.min))
  const max = Math.min(...ranges.map((range) => range.max))
  return Object.values(codes)
    .filter((code) => code < min || code > max)
    .map((code) => problem('out-of-range', { value: String(code), min, max }))
}

function asProblem(found: ScoringProblem): Problem {
  const { instrument } = found
  switch (found.code) {
    case 'order-not-declared':
      return problem('order-not-declared', { instrument, orders: found.orders.join(', ') })
    case 'unknown-order':
    case 'unknown-codes':
      return problem('unknown-variant', { instrument, variant: found.given })
    case 'wrong-count':
      return problem('wrong-item-count', { instrument, given: found.given, expected: found.expected })
    case 'out-of-range':
      return problem('out-of-range', { value: String(found.given), min: found.min, max: found.max })
  }
}

/** One instrument cannot be answered twice at one wave in one row. */
function twice({ instruments = [], wave: whole }: Mapping): Problem[] {
  const ofFile = whole && 'fixed' in whole ? whole.fixed : whole ? 'any' : 'none'
  return instruments.flatMap(({ instrument, wave = ofFile }, place) => {
    const earlier = instruments.slice(0, place).filter((entry) => entry.instrument === instrument)
    // A column may say any wave, that of another entry too.
    const same = earlier.some((entry) => [wave, 'any'].includes(entry.wave ?? ofFile) || wave === 'any')
    return same ? [problem('instrument-twice', { instrument })] : []
  })
}

function unlike(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((one) => [JSON.stringify(one), one])).values()]
}

function problem(code: ProblemCode, values: Problem['values'] = {}): Problem {
  return { code, row: null, column: null, values }
}
