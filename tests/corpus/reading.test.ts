import { describe, expect, it } from 'vitest'
import { catalogue } from '#lib/domain/instruments/index.ts'
import { interpretedRows, mappingProblems } from '#lib/reading/answers.ts'
import type { InterpretedRow } from '#lib/reading/interpretedRow.ts'
import type { Mapping } from '#lib/reading/mapping.ts'
import { fileOverview } from '#lib/reading/overview.ts'
import { collected } from '../reading/bytes.ts'
import { exampleMapping, exampleMeasure, hasSharedData, sharedFile, sharedFiles } from './sharedData.ts'

const present = hasSharedData()

/** Responses and columns by the files' MANIFEST: header rows are none, and lines are not counted. */
const responses: Record<string, [platform: string, records: number, columns: number]> = {
  'datasets/bggm_csws.csv': ['plain', 680, 36],
  'datasets/bggm_phq9_gad7_t1.csv': ['plain', 403, 16],
  'datasets/bggm_phq9_gad7_t2.csv': ['plain', 403, 16],
  'datasets/covidgaming_study1_qualtrics.csv': ['qualtrics', 571, 147],
  'datasets/guatemala_POST_Empowerment.csv': ['plain', 64, 59],
  'datasets/guatemala_PRE_Empowerment.csv': ['plain', 79, 59],
  'datasets/hsaur3_BtheB.csv': ['plain', 100, 9],
  'datasets/jacobson_1989_long.csv': ['plain', 60, 4],
  'datasets/mass_anorexia.csv': ['plain', 72, 3],
  'datasets/mpsychor_sdowave.csv': ['plain', 612, 20],
  'datasets/openpsych_rse.tsv.csv': ['plain', 47_974, 14],
  'datasets/psychtools_sai_RIM.csv': ['plain', 684, 23],
  'datasets/rminr_dass21.csv': ['plain', 110, 31],
  'datasets/rminr_sses_prepost_wide.csv': ['plain', 73, 45],
  'platforms/googleforms_socialmedia_mentalhealth.csv': ['google-forms', 481, 21],
  'platforms/kobo_enquete_genre_fr.csv': ['plain', 2, 66],
  'platforms/kobo_koboquest_data.csv': ['plain', 10, 925],
  'platforms/limesurvey_100001_fulltext_bom.csv': ['plain', 3, 646],
  'platforms/limesurvey_rse2017_nl_public.csv': ['plain', 77, 131],
  'platforms/msforms_phone_en.csv': ['plain', 55, 14],
  'platforms/qualtrics_3header_german.csv': ['qualtrics', 1, 20],
  'platforms/redcap_decimal-comma_data.csv': ['plain', 4, 6],
  'platforms/redcap_longitudinal_data.csv': ['plain', 18, 125],
  'platforms/redcap_longitudinal_dictionary.csv': ['plain', 95, 18],
  'platforms/redcap_longitudinal_event.csv': ['plain', 12, 5],
  'platforms/redcap_survey_data.csv': ['plain', 2, 33],
  'platforms/redcap_survey_dictionary.csv': ['plain', 25, 18],
  'platforms/redcap_vignette-repeating_data.csv': ['plain', 17, 15],
  // Its second header row still counts as a response: SurveyMonkey is not known yet, and 1,186 is the truth.
  'platforms/surveymonkey_starwars_2header.csv': ['plain', 1187, 38],
  'platforms/typeform_osmi_2018.csv': ['plain', 417, 123],
  'platforms/wenjuanxing_phone_cn.csv': ['plain', 21, 24]
}

async function read(path: string, mapping: Mapping, instruments = catalogue) {
  const overview = await fileOverview(sharedFile(path), instruments)
  expect(mappingProblems(overview.layout, mapping, instruments)).toEqual([])
  const rows = await collected(interpretedRows(sharedFile(path), overview.layout, mapping, instruments))
  expect(rows).toHaveLength(overview.records)
  return { overview, rows }
}

/** Participants of the rows in which this instrument is completely answered at this wave. */
function answered(rows: readonly InterpretedRow[], instrument: string, wave: string): (string | number)[] {
  return rows.flatMap(({ row, participant, answers }) => {
    const found = answers.find((one) => one.instrument === instrument && one.wave === wave)
    const complete = found && (found.total !== null || found.codes?.every((code) => code !== null))
    return complete ? [participant ?? row] : []
  })
}

function inBoth(before: readonly unknown[], after: readonly unknown[]): number {
  return before.filter((who) => after.includes(who)).length
}

describe.runIf(present)('real exports', () => {
  it('are all listed here', () => {
    expect([...sharedFiles('datasets'), ...sharedFiles('platforms')]).toEqual(Object.keys(responses).sort())
  })

  it.each(Object.entries(responses))(
    '%s: platform, responses and columns',
    async (path, [platform, records, columns]) => {
      const overview = await fileOverview(sharedFile(path), catalogue)
      expect({ platform: overview.platform, records: overview.records, columns: overview.columns.length }).toEqual({
        platform,
        records,
        columns
      })
      expect(overview.warnings.map(({ code }) => code)).not.toContain('ragged-rows')
    }
  )

  it('keep their accents in Windows-1252', async () => {
    const overview = await fileOverview(sharedFile('datasets/guatemala_PRE_Empowerment.csv'), catalogue)
    expect(overview.file).toMatchObject({ encoding: 'windows-1252', delimiter: ';', lineEnding: 'crlf' })
    const texts = overview.answers.flatMap(({ values }) => values.map(({ text }) => text))
    expect(texts.filter((text) => text.includes('español') || text.includes('mamá')).length).toBeGreaterThan(0)
    expect(overview.warnings).toContainEqual({
      code: 'repeated-header',
      row: 1,
      column: 'contribute_community',
      values: { name: 'contribute_community', count: 2 }
    })
  })

  it('of Qualtrics in three header rows: loneliness before and during, told apart by the questions', async () => {
    const mapping = exampleMapping('covidgaming_study1')
    const { overview, rows } = await read('datasets/covidgaming_study1_qualtrics.csv', mapping)
    expect(overview.headerRows).toBe(3)
    expect(overview.instruments.map(({ instrument, wave }) => [instrument, wave])).toEqual([
      ['ucla-3', 'before'],
      ['ucla-3', 'after']
    ])
    expect(overview.instruments.map(({ reason }) => reason.code)).toEqual(Array(2).fill('instrument-asked-twice'))
    const { participant, instruments, missing, keep, date } = overview.suggestion
    expect({ participant, instruments, missing }).toEqual(mapping)
    expect(keep).toEqual([
      { column: 'Status', in: ['0'] },
      { column: 'Finished', in: ['1'] }
    ])
    expect(date).toEqual({ column: 'EndDate', order: 'dmy' })
    const before = answered(rows, 'ucla-3', 'before')
    const after = answered(rows, 'ucla-3', 'after')
    expect([before.length, after.length, inBoth(before, after)]).toEqual([389, 320, 319])
    expect(rows[0]).toMatchObject({ row: 4, responseId: 'R_1F3bzU7bH2MFG8B' })
    const finished = await read('datasets/covidgaming_study1_qualtrics.csv', overview.suggestion)
    expect(finished.rows.filter(({ status }) => status !== 'not-kept')).toHaveLength(255)
    const kept = answered(finished.rows, 'ucla-3', 'before')
    expect(inBoth(kept, answered(finished.rows, 'ucla-3', 'after'))).toBe(252)
  })

  it('of a wide table: 20 items before and after, coded from 0, with three conditions', async () => {
    const mapping = exampleMapping('rminr_sses_prepost')
    const { overview, rows } = await read('datasets/rminr_sses_prepost_wide.csv', mapping)
    expect(overview.suggestion).toMatchObject(mapping)
    const before = answered(rows, 'sses-20', 'before')
    expect([before.length, inBoth(before, answered(rows, 'sses-20', 'after'))]).toEqual([73, 73])
    const codes = rows.flatMap(({ answers }) => answers.flatMap((one) => one.codes ?? []))
    expect([Math.min(...codes.map(Number)), Math.max(...codes.map(Number))]).toEqual([1, 5])
  })

  it('of openpsychometrics: tabs, codes 1 to 4, 0 for no answer', async () => {
    const { overview, rows } = await read('datasets/openpsych_rse.tsv.csv', exampleMapping('openpsych_rse'))
    expect(overview.file.delimiter).toBe('\t')
    expect(answered(rows, 'rses-10', 'before')).toHaveLength(46_546)
    expect(rows.filter(({ status }) => status === 'set-aside')).toEqual([])
  })

  it('of a long table with ready-made totals', async () => {
    const own = [...catalogue, exampleMeasure('das-total'), exampleMeasure('gds-total')]
    const { overview, rows } = await read('datasets/jacobson_1989_long.csv', exampleMapping('jacobson_1989'), own)
    expect(overview.suggestion).toMatchObject({
      participant: { column: 'subject' },
      wave: { column: 'time', values: { pre: 'before', post: 'after' } },
      instruments: [
        { instrument: 'das-total', total: 'das' },
        { instrument: 'gds-total', total: 'gds' }
      ]
    })
    const pairs = (id: string) => inBoth(answered(rows, id, 'before'), answered(rows, id, 'after'))
    expect([pairs('das-total'), pairs('gds-total')]).toEqual([30, 26])
    expect(rows[0]?.answers.map(({ total }) => total)).toEqual([90.5, 68])
  })

  it('with scores beside their items: the scores are left out and named', async () => {
    const { columns } = await fileOverview(sharedFile('datasets/rminr_dass21.csv'), catalogue)
    const scores = columns.filter(({ role }) => role === 'score').map(({ name }) => name)
    expect(scores).toEqual(['DASSscore', 'DASSA', 'DASSD', 'DASSS'])
  })

  it('with personal data: found in names and cells', async () => {
    const qualtrics = await fileOverview(sharedFile('platforms/qualtrics_3header_german.csv'), catalogue)
    expect(qualtrics.personal.map(({ kind }) => kind)).toEqual([
      'ip-address',
      'name',
      'name',
      'email',
      'location',
      'location'
    ])
    const redcap = await fileOverview(sharedFile('platforms/redcap_longitudinal_data.csv'), catalogue)
    expect(redcap.personal.map(({ kind }) => kind)).toEqual(['name', 'name', 'phone', 'email'])
  })

  it('of Google Forms: month before day, by the whole column', async () => {
    const found = await fileOverview(sharedFile('platforms/googleforms_socialmedia_mentalhealth.csv'), catalogue)
    expect(found.suggestion.date).toEqual({ column: 'Timestamp', order: 'mdy' })
  })
})
