import { describe, expect, it } from 'vitest'
import { mappingProblems } from '#lib/reading/answers.ts'
import { mappingSchema } from '#lib/reading/mapping.ts'
import { uniqueNames } from '#lib/reading/layout.ts'
import { fileOverview } from '#lib/reading/overview.ts'
import { file, refusal } from './bytes.ts'
import { invented } from './instruments.ts'

const overview = (...lines: string[]) => fileOverview(file(lines.join('\n') + '\n'), invented)

describe('a file that cannot be read', () => {
  it.each([
    ['has nothing in it but line breaks', '\n\n\n', { code: 'empty-file', row: null }],
    ['has a header and nothing else', 'id,GARDEN_1\n', { code: 'header-only', row: 1 }],
    ['has Qualtrics headers and nothing else', 'Q1,Q2\nA,B\n{"ImportId":"QID1"},x\n', { code: 'header-only', row: 3 }],
    [
      'has 100,000 columns',
      Array.from({ length: 100_000 }, (_, at) => `c${at}`).join(',') + '\n1\n',
      { code: 'too-many-columns', row: 1, values: { columns: 100_000, limit: 2000 } }
    ],
    [
      'has 100,000 columns with long names',
      Array.from({ length: 100_000 }, (_, at) => `a rather long question ${at}`).join(',') + '\n1\n',
      { code: 'too-many-columns', row: 1 }
    ],
    ['opens a quote that never closes', 'id,a\n1,2\n3,"4\n5,6\n', { code: 'unclosed-quote', row: 3 }]
  ])('%s: refused with its place', async (_, text, problem) => {
    expect(await refusal(fileOverview(file(text), invented))).toMatchObject(problem)
  })
})

describe('the overview of a plain table', () => {
  it('knows a long file: who, when, what, and in which codes', async () => {
    const found = await overview(
      'Your code,time,GARDEN_1,GARDEN_2,GARDEN_3,Attention check,GARDEN_score',
      'aa,pre,1,2,3,1,6',
      'aa,post,2,2,3,1,7',
      'bb,pre,3,NA,1,1,4',
      'bb,post,1,1,1,1,3',
      'cc,pre,1,2,2,1,5'
    )
    expect(found).toMatchObject({ platform: 'plain', headerRows: 1, records: 5 })
    expect(found.columns.map(({ role }) => role)).toEqual([
      'participant',
      'wave',
      'item',
      'item',
      'item',
      'ignored',
      'score'
    ])
    expect(found.columns[5]?.reason.code).toBe('attention-check')
    expect(found.suggestion).toEqual({
      participant: { column: 'Your code' },
      wave: { column: 'time', values: { pre: 'before', post: 'after' } },
      instruments: [{ instrument: 'garden-3', items: ['GARDEN_1', 'GARDEN_2', 'GARDEN_3'] }],
      missing: ['', 'NA']
    })
    expect(mappingSchema.parse(found.suggestion)).toEqual(found.suggestion)
    expect(mappingProblems(found.layout, found.suggestion, invented)).toEqual([])
  })

  it.each([
    ['Pre_GARDEN_1,Pre_GARDEN_2,Pre_GARDEN_3,Post_GARDEN_1,Post_GARDEN_2,Post_GARDEN_3'],
    ['garden1.t1,garden2.t1,garden3.t1,garden1.t2,garden2.t2,garden3.t2'],
    ['preGarden1,preGarden2,preGarden3,postGarden1,postGarden2,postGarden3'],
    ['GARDEN_1_baseline,GARDEN_2_baseline,GARDEN_3_baseline,GARDEN_1_exit,GARDEN_2_exit,GARDEN_3_exit'],
    ['T1 garden3 1,T1 garden3 2,T1 garden3 3,T2 garden3 1,T2 garden3 2,T2 garden3 3']
  ])('knows the waves of a wide file from its names: %s', async (header) => {
    const found = await overview(header, '1,2,3,2,2,3', '1,1,3,2,1,1')
    expect(found.instruments.map(({ instrument, wave, columns }) => ({ instrument, wave, columns }))).toEqual([
      { instrument: 'garden-3', wave: 'before', columns: [0, 1, 2] },
      { instrument: 'garden-3', wave: 'after', columns: [3, 4, 5] }
    ])
    expect(found.suggestion.participant).toEqual({ row: true })
  })

  it('does not take years for waves', async () => {
    const found = await overview('G1.1996,G2.1996,G3.1996,G1.1997', '1,2,3,1')
    expect(found.instruments).toEqual([])
  })

  it('proposes before and after for the same questions asked twice, less surely and saying why', async () => {
    const found = await overview(
      '"Before the summer, how often did you dig?","Before the summer, how often were you watering?","Before the summer, did you harvest?","During the summer, how often did you dig?","During the summer, how often were you watering?","During the summer, did you harvest?"',
      'often,hardly ever,Often,Some of the time,often,often'
    )
    expect(found.instruments.map(({ wave }) => wave)).toEqual(['before', 'after'])
    expect(found.instruments[0]?.confidence).toBeLessThan(0.8)
    expect(found.instruments[0]?.reason).toMatchObject({
      code: 'instrument-asked-twice',
      values: { text: 'Before', other: 'During', wave: 'before' }
    })
    expect(found.suggestion).toMatchObject({
      participant: { row: true },
      instruments: [{ wave: 'before' }, { wave: 'after' }]
    })
  })

  it('reads the order from the questions, and leaves it open where only numbers are given', async () => {
    const asked = await overview(
      'Do you rehearse?,Do you travel?,Do you listen?,Do you sing?',
      'Agree,disagree,agree,agree'
    )
    expect(asked.instruments[0]).toMatchObject({ order: 'circulated', columns: [0, 1, 2, 3] })
    expect(mappingProblems(asked.layout, asked.suggestion, invented).map(({ code }) => code)).toEqual(['no-wave'])
    const mixed = await overview(
      'Do you travel?,Do you rehearse?,Do you listen?,Do you sing?',
      'Agree,agree,agree,agree'
    )
    expect(mixed.instruments[0]).toMatchObject({ order: 'published' })
    expect(mixed.suggestion.instruments?.[0]?.items).toEqual([
      'Do you sing?',
      'Do you listen?',
      'Do you travel?',
      'Do you rehearse?'
    ])
    const numbered = await overview('choir_1,choir_2,choir_3,choir_4', '1,2,3,4')
    expect(numbered.instruments[0]).toMatchObject({ instrument: 'choirs-4', order: null })
    expect(mappingProblems(numbered.layout, numbered.suggestion, invented).map(({ code }) => code)).toContain(
      'order-not-declared'
    )
  })

  it.each([
    ['0,1,2,3', null, undefined],
    ['1,2,3,4', '1-4', undefined],
    ['0,1,3,4', '1-4', ['0']],
    ['agree,disagree,agree,strongly agree', null, undefined]
  ])('tells the coding by the answers %s', async (answers, codes, missing) => {
    const found = await overview('choirs1,choirs2,choirs3,choirs4', answers)
    expect(found.instruments[0]?.codes).toBe(codes)
    expect(found.suggestion.instruments?.[0]?.missing).toEqual(missing)
  })

  it('is unsure of an instrument whose answers it does not understand', async () => {
    const sure = await overview('garden_1,garden_2,garden_3', '1,2,3')
    const unsure = await overview('garden_1,garden_2,garden_3', '7,8,9')
    expect(unsure.instruments[0]?.confidence).toBeLessThan((sure.instruments[0]?.confidence ?? 0) / 2)
  })

  it('takes ready-made totals where there are no items', async () => {
    const found = await overview('subject,time,joy,gds', '1,pre,90.5,1', '1,post,97,2', '2,pre,80,1', '2,post,85,2')
    expect(found.columns[2]?.role).toBe('total')
    expect(found.suggestion).toMatchObject({
      participant: { column: 'subject' },
      instruments: [{ instrument: 'joy-total', total: 'joy' }]
    })
  })

  it('finds personal data by name and by what stands in the cells, and shows none of it', async () => {
    const found = await overview(
      'Full name,Where to write to you,IP Address,What is the name of your phone?,Phone number,garden_1',
      'Ann Lee,ann@example.org,10.0.0.1,Nova,+44 20 7946 0958,1',
      'Bo Li,bo@example.org,10.0.0.2,Nova,+44 20 7946 0321,2'
    )
    expect(found.personal).toEqual([
      { index: 0, kind: 'name' },
      { index: 1, kind: 'email' },
      { index: 2, kind: 'ip-address' },
      { index: 4, kind: 'phone' }
    ])
    expect(found.answers[1]).toEqual({ index: 1, values: [], more: true })
    expect(found.answers[3]?.values).toEqual([{ text: 'Nova', count: 2 }])
  })

  it('does not take a column that only counts the rows for people', async () => {
    const found = await overview('ID,garden_1,garden_2,garden_3', '1,1,2,3', '2,1,2,3', '3,2,2,2')
    expect(found.columns[0]).toMatchObject({ role: 'ignored', reason: { code: 'row-number' } })
    expect(found.suggestion.participant).toBeUndefined()
    expect(found.warnings.map(({ code }) => code)).toContain('nobody-paired')
  })

  it('knows an arm by its comparison group', async () => {
    const found = await overview('id,condition', 'a1,Waiting list', 'a2,Garden', 'a3,Garden', 'a4,garden', 'a5,Garden')
    expect(found.suggestion.arm).toEqual({
      column: 'condition',
      values: { 'Waiting list': 'comparison', Garden: 'program', garden: 'program' }
    })
  })

  it.each([
    ['4/5/2022 10:00,4/18/2022 9:00', 'mdy'],
    ['4/5/2022 10:00,18/4/2022 9:00', 'dmy'],
    ['2022-04-05 10:00,2022-04-18 09:00', 'ymd'],
    ['04.05.2022 10:00,05.06.2022 09:00', 'dmy']
  ])('tells the order of dates by the whole column: %s', async (cells, order) => {
    const found = await overview('Date,garden_1', ...cells.split(',').map((cell) => `${cell},1`))
    expect(found.suggestion.date).toEqual({ column: 'Date', order })
  })

  it('leaves dates open that could be read both ways, and says so', async () => {
    const found = await overview('Date,garden_1', '4/5/2022,1', '6/7/2022,1')
    expect(found.suggestion.date).toBeUndefined()
    expect(found.warnings).toContainEqual({ code: 'ambiguous-dates', row: null, column: 'Date', values: {} })
  })

  it('tells repeated headers apart and warns of them', async () => {
    const found = await overview('id,Other,Other,Why', 'a,1,2,3')
    expect(found.columns.map(({ name }) => name)).toEqual(['id', 'Other#1', 'Other#2', 'Why'])
    expect(found.warnings).toContainEqual({
      code: 'repeated-header',
      row: 1,
      column: 'Other',
      values: { name: 'Other', count: 2 }
    })
  })

  it('never gives two columns one name, even where a header looks like a numbered one', () => {
    expect(uniqueNames(['Other', 'Other', 'Other#2'])).toEqual(['Other#1', 'Other#3', 'Other#2'])
  })

  it('counts ragged rows and names the first', async () => {
    const found = await overview('id,a,b', 'x,1,2', 'y,1', 'z,1,2,3', 'w,1,', 'v,1,2,,')
    expect(found.records).toBe(5)
    expect(found.warnings).toContainEqual({
      code: 'ragged-rows',
      row: 3,
      column: null,
      values: { cells: 2, expected: 3, count: 2 }
    })
  })

  it('sees that there is no header row', async () => {
    const found = await overview('2,2,3', '1,2,3')
    expect(found).toMatchObject({ headerRows: 0, records: 2, platformReason: { code: 'platform-no-header' } })
    expect(found.columns[0]?.name).toBe('column 1')
  })
})

describe('the overview of Google Forms', () => {
  it.each(['Timestamp', 'Zeitstempel', 'Horodateur', 'Carimbo de data/hora'])(
    'knows the first column %s',
    async (name) => {
      const found = await overview(
        `${name},"What is your personal code?",Do you dig?,Were you watering?,Do you harvest?`,
        '4/18/2022 19:18:47,AB12,Often,Often,Hardly ever',
        '4/19/2022 9:08:07,CD34,Often,Some of the time,Hardly ever'
      )
      expect(found).toMatchObject({ platform: 'google-forms', headerRows: 1, records: 2 })
      expect(found.suggestion).toMatchObject({
        participant: { column: 'What is your personal code?' },
        date: { column: name, order: 'mdy' },
        instruments: [{ instrument: 'garden-3' }]
      })
    }
  )

  it('is not seen in a Timestamp that holds no times', async () => {
    expect(await overview('Timestamp,a', 'soon,1')).toMatchObject({ platform: 'plain' })
  })
})

describe('the overview of Qualtrics', () => {
  const names = 'StartDate,EndDate,Status,Finished,ResponseId,IPAddress,Q1_1,Q1_2,Q1_3'
  const texts =
    'Start Date,End Date,Response Type,Finished,Response ID,IP Address,Do you dig?,"Were you\nwatering?",Do you harvest?'
  const ids = '"{""ImportId"":""startDate"",""timeZone"":""America/Denver""}",x,x,x,x,x,x,x,x'
  const rows = [
    '18/05/2020 05:30,18/05/2020 05:40,0,1,R_a1,10.0.0.1,1,2,3',
    '01/05/2020 05:30,01/05/2020 05:40,1,1,R_a2,10.0.0.2,1,2,3',
    '01/06/2020 05:30,01/06/2020 05:40,0,0,R_a3,10.0.0.3,1,,'
  ]

  it('knows three header rows, previews and unfinished responses', async () => {
    const found = await overview(names, texts, ids, ...rows)
    expect(found).toMatchObject({ platform: 'qualtrics', headerRows: 3, records: 3 })
    expect(found.columns[7]).toMatchObject({ name: 'Q1_2', question: 'Were you watering?', role: 'item' })
    expect(found.suggestion).toMatchObject({
      date: { column: 'EndDate', order: 'dmy' },
      keep: [
        { column: 'Status', in: ['0'] },
        { column: 'Finished', in: ['1'] }
      ],
      instruments: [{ instrument: 'garden-3', items: ['Q1_1', 'Q1_2', 'Q1_3'] }]
    })
    expect(found.warnings).toContainEqual({
      code: 'preview-responses',
      row: null,
      column: 'Status',
      values: { count: 1 }
    })
    expect(found.warnings).toContainEqual({
      code: 'unfinished-responses',
      row: null,
      column: 'Finished',
      values: { count: 1 }
    })
    expect(found.columns[4]).toMatchObject({ role: 'ignored', reason: { code: 'response-id' } })
  })

  it('knows the older export with two header rows, and one from which rows were taken away', async () => {
    expect(await overview(names, texts, ...rows)).toMatchObject({ platform: 'qualtrics', headerRows: 2, records: 3 })
    expect(await overview(names, ...rows)).toMatchObject({ platform: 'qualtrics', headerRows: 1, records: 3 })
    const legacy = [
      'V1,V2,V3,V4,Q1',
      'ResponseID,StartDate,EndDate,Finished,Do you dig?',
      'R_1,2016-03-29 21:21:23,2016-03-29 21:22:23,1,2'
    ]
    expect(await overview(...legacy)).toMatchObject({ platform: 'qualtrics', headerRows: 2, records: 1 })
  })
})
