import { describe, expect, it } from 'vitest'
import { problemMessages } from '#lib/ui/problemMessages.ts'
import { problemExplanation, problemText, reasonText } from '#lib/ui/problemText.ts'
import { reasonMessages } from '#lib/ui/reasonMessages.ts'

describe('a problem in words', () => {
  it('begins with its place and quotes the cell and what was expected', () => {
    const problem = {
      code: 'not-an-option',
      row: 12,
      column: 'Q7_3',
      values: { value: 'Allways', options: 'often, 1-3' }
    } as const
    expect(problemText(problem)).toMatch(/^Row 12, column Q7_3: .*Allways.*often, 1-3/)
    expect(problemExplanation(problem)).not.toContain('Row')
    expect(problemText({ ...problem, column: null })).toMatch(/^Row 12: /)
    expect(problemText({ ...problem, row: null })).toMatch(/^Column Q7_3: /)
  })

  it('counts in the singular and the plural', () => {
    const found = (count: number) =>
      problemExplanation({ code: 'unfinished-responses', row: null, column: null, values: { count } })
    expect(found(1)).toContain('One response')
    expect(found(316)).toContain('316 responses')
  })

  it('has words for every problem and every reason, with no place left open', () => {
    for (const message of [...Object.values(problemMessages), ...Object.values(reasonMessages)]) {
      expect(message({ count: 2 }, {})).not.toMatch(/undefined|\{|^$/)
    }
  })

  it('gives reasons the same way', () => {
    expect(reasonText({ code: 'row-number', values: {} })).toMatch(/counts the rows/)
  })
})
