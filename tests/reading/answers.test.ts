import { describe, expect, it } from 'vitest'
import { interpretedRows, mappingProblems, responseIdColumn } from '#lib/reading/answers.ts'
import type { InterpretedRow } from '#lib/reading/interpretedRow.ts'
import { readLayout } from '#lib/reading/layout.ts'
import { type Mapping, mappingSchema } from '#lib/reading/mapping.ts'
import { collected, file } from './bytes.ts'
import { invented } from './instruments.ts'

async function interpreted(lines: string[], given: Mapping): Promise<InterpretedRow[]> {
  const source = file(lines.join('\n') + '\n')
  const { layout } = await readLayout(source)
  const mapping = mappingSchema.parse(given)
  expect(mappingProblems(layout, mapping, invented)).toEqual([])
  return collected(interpretedRows(source, layout, mapping, invented))
}

const garden = { instrument: 'garden-3', items: ['g1', 'g2', 'g3'] }
const before: Mapping = { wave: { fixed: 'before' }, instruments: [garden] }

/** The codes of one row of three answers. */
async function codesOf(cells: string, mapping: Mapping = before) {
  const [row] = await interpreted(['g1,g2,g3', cells], mapping)
  return row?.answers[0]?.codes ?? row?.problems.map(({ code, column }) => `${column}: ${code}`)
}

describe('the answers of a row', () => {
  it.each([
    ['1,2,3', [1, 2, 3]],
    ['1.0,2.00,3', [1, 2, 3]],
    ['Often,SOME OF THE TIME,hardly-ever', [3, 2, 1]],
    ['3 - Often,often (3),1. Hardly ever', [3, 3, 1]],
    ['3 - Oft,2) manchmal,Selten (1)', [3, 2, 1]],
    [' 2 , ,3', [2, null, 3]]
  ])('are labels before codes, as people and tools write them: %s', async (cells, codes) => {
    expect(await codesOf(cells)).toEqual(codes)
  })

  it.each([
    ['always,2,3', ['g1: not-an-option']],
    ['4,0,3', ['g1: out-of-range', 'g2: out-of-range']],
    ['2.5,2,3', ['g1: not-an-option']],
    ['1 2,2,3', ['g1: not-an-option']],
    ['7 - Often so,2,3', ['g1: out-of-range']]
  ])('are refused, each with its column, where nobody can know them: %s', async (cells, problems) => {
    expect(await codesOf(cells)).toEqual(problems)
  })

  it('say what would have been understood', async () => {
    const [row] = await interpreted(['g1,g2,g3', 'always,9,1'], before)
    expect(row).toMatchObject({ status: 'set-aside', answers: [] })
    expect(row?.problems).toEqual([
      {
        code: 'not-an-option',
        row: 2,
        column: 'g1',
        values: { value: 'always', options: 'hardly ever, some of the time, often, 1-3' }
      },
      { code: 'out-of-range', row: 2, column: 'g2', values: { value: '9', min: 1, max: 3 } }
    ])
  })

  it('stand on the instrument’s own codes and order, and are not reversed', async () => {
    const instruments = [{ instrument: 'choirs-4', items: ['a', 'b', 'c', 'd'], order: 'circulated', codes: '1-4' }]
    const rows = await interpreted(['a,b,c,d', '1,2,3,4', 'agree,Strongly Agree,1,disagree'], {
      ...before,
      instruments
    })
    expect(rows.map(({ answers }) => answers[0]?.codes)).toEqual([
      [3, 2, 1, 0],
      [1, 0, 3, 2]
    ])
  })

  it('follow a table of the mapping, which takes numbers at its own word', async () => {
    const words = { ...before, instruments: [{ ...garden, codes: { oft: 3, 'manchmal!': 2, nie: 1 } }] }
    expect(await codesOf('Oft,manchmal,2', words)).toEqual([3, 2, 2])
    const turned = { ...before, instruments: [{ ...garden, codes: { '1': 3, '2': 2 } }] }
    expect(await codesOf('1,2,often', turned)).toEqual([3, 2, 3])
    expect(await codesOf('1,2,3', turned)).toEqual(['g3: not-an-option'])
  })

  it('leave out items that were not asked and signs for "no answer"', async () => {
    const mapping: Mapping = {
      ...before,
      missing: ['NA'],
      instruments: [{ ...garden, items: ['g1', null, 'g3'], missing: ['0'], incomplete: 'complete-case' }]
    }
    const rows = await interpreted(['g1,g2,g3', '0,2,3', 'NA, ,0', '1,9,NA'], mapping)
    expect(rows.map(({ status, answers }) => [status, answers[0]?.codes])).toEqual([
      ['used', [null, null, 3]],
      ['empty', undefined],
      ['used', [1, null, null]]
    ])
    expect(rows[0]?.answers[0]?.incomplete).toBe('complete-case')
  })
})

describe('a ready-made total', () => {
  const mapping: Mapping = { ...before, instruments: [{ instrument: 'joy-total', total: 'joy' }], missing: ['NA'] }

  it.each([
    ['90.5', 90.5],
    ['"90,5"', 90.5],
    ['151', 151],
    ['NA', undefined],
    ['', undefined]
  ])('%s reads as %s', async (cell, total) => {
    const [row] = await interpreted(['id,joy', `x,${cell}`], mapping)
    expect(row?.answers[0]?.total).toBe(total)
    expect(row?.status).toBe(total === undefined ? 'empty' : 'used')
  })

  it.each([
    ['151.5', { code: 'out-of-range', values: { value: '151.5', min: 0, max: 151 } }],
    ['many', { code: 'not-a-number', values: { value: 'many' } }],
    ['1e2', { code: 'not-a-number', values: { value: '1e2' } }]
  ])('%s is a problem at its place', async (cell, problem) => {
    const [row] = await interpreted(['id,joy', `x,${cell}`], mapping)
    expect(row?.problems).toEqual([{ ...problem, row: 2, column: 'joy' }])
  })
})

describe('a row', () => {
  it('has the wave of its column, its entry or the whole file', async () => {
    const wave = { column: 'time', values: { pre: 'before', Post: 'after', t3: 'follow-up-1' } }
    const rows = await interpreted(
      ['time,g1,g2,g3', 'PRE,1,1,1', ' post,1,1,1', 't3,1,1,1', 'later,1,1,1', ',,,2', 'x,,,'],
      {
        wave,
        instruments: [garden]
      }
    )
    expect(rows.map(({ answers }) => answers[0]?.wave)).toEqual([
      'before',
      'after',
      'follow-up-1',
      undefined,
      undefined,
      undefined
    ])
    expect(rows[3]?.problems).toEqual([{ code: 'unknown-wave', row: 5, column: 'time', values: { value: 'later' } }])
    expect(rows[4]).toMatchObject({ status: 'set-aside', problems: [{ code: 'unknown-wave', values: { value: '' } }] })
    expect(rows[5]?.status).toBe('empty')
  })

  it('needs its participant where a column names one', async () => {
    const rows = await interpreted(['id,g1,g2,g3', ' ab ,1,1,1', 'NA,1,1,1', ',,,'], {
      ...before,
      participant: { column: 'id' },
      missing: ['NA']
    })
    expect(rows.map(({ participant, status }) => [participant, status])).toEqual([
      ['ab', 'used'],
      [null, 'set-aside']
    ])
    expect(rows[1]?.problems).toEqual([{ code: 'no-participant', row: 3, column: 'id', values: {} }])
  })

  it('has its program and cohort by name, by value or by the cell’s own text', async () => {
    const lines = ['club,term,g1,g2,g3', 'tuesday LUNCH,Spring,1,1,1', 'chess,Spring,1,1,1', 'Garden,,1,1,1']
    const rows = await interpreted(lines, {
      ...before,
      program: { column: 'club', values: { 'Tuesday lunch': 'Lunch club', garden: 'Garden' } },
      cohort: { column: 'term' }
    })
    expect(rows.map(({ program, cohort }) => [program, cohort])).toEqual([
      ['Lunch club', 'Spring'],
      [null, 'Spring'],
      ['Garden', null]
    ])
    expect(rows.flatMap(({ problems }) => problems)).toEqual([
      { code: 'unknown-program', row: 3, column: 'club', values: { value: 'chess' } },
      { code: 'unknown-cohort', row: 4, column: 'term', values: { value: '' } }
    ])
  })

  it('is left out by what the mapping keeps, before anything else is asked of it', async () => {
    const rows = await interpreted(['Status,Finished,g1,g2,g3', '0,TRUE,1,1,1', '1,True,9,9,9', '0,False,1,1,1'], {
      ...before,
      keep: [
        { column: 'Status', in: ['0'] },
        { column: 'Finished', in: ['True'] }
      ]
    })
    expect(rows.map(({ status }) => status)).toEqual(['used', 'not-kept', 'not-kept'])
    expect(rows[1]?.problems).toEqual([])
  })

  it('has a date, or a problem where the cell is none', async () => {
    const rows = await interpreted(
      ['when,g1,g2,g3', '18/05/2020 05:30,1,1,1', '05/18/2020,1,1,1', ',1,1,1', '31/02/2020,1,1,1'],
      {
        ...before,
        date: { column: 'when', order: 'dmy' }
      }
    )
    expect(rows.map(({ date }) => date)).toEqual(['2020-05-18', null, null, null])
    expect(rows.map(({ status }) => status)).toEqual(['used', 'set-aside', 'used', 'set-aside'])
    expect(rows[1]?.problems).toEqual([
      { code: 'not-a-date', row: 3, column: 'when', values: { value: '05/18/2020', order: 'dmy' } }
    ])
  })

  it('carries only attributes where the mapping asks for nothing else', async () => {
    const lines = ['id,arm,sex,sessions', 'a,1,F,7', 'b,2,x,"3,5"', 'c,9,M,1', 'd,,,', 'e,1,M,lots', ',1,M,2']
    const rows = await interpreted(lines, {
      participant: { column: 'id' },
      arm: { column: 'arm', values: { '1': 'program', '2': 'comparison' } },
      dimensions: [{ dimension: 'gender', column: 'sex', bands: { f: 'Women', m: 'Men' } }],
      attendance: { column: 'sessions' }
    })
    expect(rows.map(({ status }) => status)).toEqual(['used', 'used', 'set-aside', 'empty', 'set-aside', 'set-aside'])
    expect(rows[0]?.attributes).toEqual([
      { name: 'arm', value: 'program' },
      { name: 'dimension:gender', value: 'Women' },
      { name: 'attendance', value: '7' }
    ])
    expect(rows[1]?.attributes).toEqual([
      { name: 'arm', value: 'comparison' },
      { name: 'attendance', value: '3.5' }
    ])
    expect(rows.flatMap(({ problems }) => problems.map(({ code, row, column }) => [code, row, column]))).toEqual([
      ['unknown-arm', 4, 'arm'],
      ['not-a-number', 6, 'sessions'],
      ['no-participant', 7, 'id']
    ])
  })

  it('is set aside with its place where it is ragged, and not for empty cells at its end', async () => {
    const rows = await interpreted(['g1,g2,g3,extra', '1,2,3', '1,2,3,x,y', '1,2,3,', '1,2,', '1,2,3,x,,'], before)
    expect(rows.map(({ status }) => status)).toEqual(['set-aside', 'set-aside', 'used', 'used', 'used'])
    expect(rows[0]?.problems).toEqual([{ code: 'ragged-row', row: 2, column: null, values: { cells: 3, expected: 4 } }])
    expect(rows[1]?.problems[0]).toMatchObject({ row: 3, values: { cells: 5, expected: 4 } })
  })

  it('has every one of its problems said at once', async () => {
    const [row] = await interpreted(['id,time,g1,g2,g3', ',soon,9,never,1'], {
      participant: { column: 'id' },
      wave: { column: 'time', values: { pre: 'before' } },
      instruments: [garden]
    })
    expect(row?.problems.map(({ code }) => code)).toEqual(['out-of-range', 'not-an-option', 'no-participant'])
  })

  it('knows the response id of its platform', async () => {
    const lines = ['StartDate,Finished,ResponseId,g1,g2,g3', 'Start Date,Finished,Response ID,a,b,c', 'x,1,R_1,1,2,3']
    const { layout } = await readLayout(file(lines.join('\n')))
    expect(responseIdColumn(layout)).toBe(2)
    expect((await interpreted(lines, before))[0]).toMatchObject({ row: 3, responseId: 'R_1' })
    expect((await interpreted(['g1,g2,g3', '1,2,3'], before))[0]?.responseId).toBe(null)
  })
})

describe('a mapping', () => {
  const layout = async (header: string) => (await readLayout(file(`${header}\n1\n`))).layout
  const problems = async (header: string, mapping: Mapping) =>
    mappingProblems(await layout(header), mappingSchema.parse(mapping), invented)

  it('may name columns by header, by place, and by number where headers repeat', async () => {
    const mapping = { ...before, instruments: [{ ...garden, items: ['other#2', { index: 0 }, 'g  3'] }] }
    expect(await problems('other,g 3,other', mapping)).toEqual([])
  })

  it.each<[string, Mapping, object[]]>([
    [
      'a column that is not there',
      { ...before, date: { column: 'when', order: 'ymd' } },
      [{ code: 'missing-column', column: 'when', values: { name: 'when' } }]
    ],
    [
      'a place beyond the last column',
      { ...before, keep: [{ column: { index: 9 }, in: ['1'] }] },
      [{ code: 'missing-column', values: { name: '#9' } }]
    ],
    [
      'a header that is there twice',
      { ...before, attendance: { column: 'twin' } },
      [{ code: 'ambiguous-column', column: 'twin', values: { name: 'twin', count: 2 } }]
    ],
    [
      'an instrument that nobody knows',
      { ...before, instruments: [{ instrument: 'tea-9', items: ['g1'] }] },
      [{ code: 'unknown-instrument', values: { instrument: 'tea-9' } }]
    ],
    [
      'too few items',
      { ...before, instruments: [{ ...garden, items: ['g1', 'g2'] }] },
      [{ code: 'wrong-item-count', values: { instrument: 'garden-3', given: 2, expected: 3 } }]
    ],
    [
      'codes that the instrument does not have',
      { ...before, instruments: [{ ...garden, codes: '0-4' }] },
      [{ code: 'unknown-variant', values: { instrument: 'garden-3', variant: '0-4' } }]
    ],
    [
      'a table beyond the instrument’s codes',
      { ...before, instruments: [{ ...garden, codes: { always: 4 } }] },
      [{ code: 'out-of-range', values: { value: '4', min: 1, max: 3 } }]
    ],
    [
      'an order that must be declared',
      { ...before, instruments: [{ instrument: 'choirs-4', items: ['g1', 'g2', 'g3', 'id'] }] },
      [{ code: 'order-not-declared', values: { instrument: 'choirs-4', orders: 'published, circulated' } }]
    ],
    ['no wave', { instruments: [garden] }, [{ code: 'no-wave', values: { instrument: 'garden-3' } }]],
    ['nothing to keep', { participant: { column: 'id' } }, [{ code: 'no-instruments' }]],
    [
      'one instrument twice at one wave',
      { ...before, instruments: [garden, garden] },
      [{ code: 'instrument-twice', values: { instrument: 'garden-3' } }]
    ]
  ])('is refused for %s', async (_, mapping, expected) => {
    expect(await problems('id,g1,g2,g3,twin,twin', mapping)).toMatchObject(expected)
  })
})
