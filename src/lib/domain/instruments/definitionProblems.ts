import type { Instrument } from './instrument.ts'

/** Where a definition contradicts itself: the path of the field, and why. */
export interface DefinitionProblem {
  path: (string | number)[]
  message: string
}

/**
 * What each field alone cannot show: a subscale of items that do not exist, an order that forgets one, a code variant
 * with another number of options. Without these checks such a measure would score, wrongly and in silence.
 */
export function definitionProblems(definition: Instrument): DefinitionProblem[] {
  return [...itemProblems(definition), ...scoringProblems(definition), ...partProblems(definition)]
}

function itemProblems({ items, codes }: Instrument): DefinitionProblem[] {
  const problems: DefinitionProblem[] = []
  const seen = new Set<string>()
  items.forEach((item, index) => {
    if (seen.has(item.key)) problems.push({ path: ['items', index, 'key'], message: `"${item.key}" stands here twice` })
    seen.add(item.key)
    const range = item.codes ?? codes
    if (!range) problems.push({ path: ['items', index], message: `"${item.key}" has no codes, nor has the measure` })
    else if (range.min >= range.max)
      problems.push({ path: ['items', index], message: `codes ${range.min} to ${range.max}` })
  })
  return problems
}

function scoringProblems({ items, scoring, missing, scale }: Instrument): DefinitionProblem[] {
  const problems: DefinitionProblem[] = []
  const uncounted = items.find((item) => !scoring.counted?.[item.key])
  if (scoring.rule === 'total' && items.length > 0)
    problems.push({ path: ['items'], message: 'a ready-made total has no items' })
  if (scoring.rule !== 'total' && items.length === 0)
    problems.push({ path: ['items'], message: `the rule "${scoring.rule}" needs items` })
  if (scoring.rule === 'lookup' && !scoring.table)
    problems.push({ path: ['scoring', 'table'], message: 'the rule "lookup" needs a table' })
  if (scoring.rule === 'dichotomous-count' && uncounted)
    problems.push({ path: ['scoring', 'counted'], message: `says nothing about "${uncounted.key}"` })
  if (missing.rule !== 'complete-case' && missing.atMost >= Math.max(items.length, 1))
    problems.push({ path: ['missing', 'atMost'], message: 'would score a person who answered nothing' })
  if (missing.rule === 'count-as-zero' && scoring.rule !== 'dichotomous-count')
    problems.push({ path: ['missing', 'rule'], message: '"count-as-zero" belongs to the rule "dichotomous-count"' })
  if (scale.min >= scale.max) problems.push({ path: ['scale'], message: `from ${scale.min} to ${scale.max}` })
  return problems
}

function partProblems({ items, codes, subscales, variants }: Instrument): DefinitionProblem[] {
  const problems: DefinitionProblem[] = []
  const keys = new Set(items.map((item) => item.key))
  subscales.forEach((subscale, index) => {
    const stranger = subscale.items.find((key) => !keys.has(key))
    if (stranger !== undefined || subscale.items.length === 0)
      problems.push({ path: ['subscales', index, 'items'], message: `no item is called "${stranger ?? ''}"` })
  })
  variants.forEach((variant, index) => {
    if (variant.kind === 'order') {
      const named = new Set(variant.items)
      if (variant.items.length !== items.length || items.some((item) => !named.has(item.key)))
        problems.push({ path: ['variants', index, 'items'], message: 'must name every item once' })
    } else if (!codes || variant.max - variant.min !== codes.max - codes.min)
      problems.push({ path: ['variants', index], message: 'must have as many codes as the measure itself' })
  })
  return problems
}
