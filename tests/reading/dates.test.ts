import { describe, expect, it } from 'vitest'
import { dateEvidence, isoDate } from '#lib/reading/dates.ts'

describe('a date', () => {
  it.each([
    ['2020-11-16 09:43:33', 'ymd', '2020-11-16'],
    ['2026-01-29T09:44:34.295000+01:00', 'ymd', '2026-01-29'],
    ['18/05/2020 05:30', 'dmy', '2020-05-18'],
    ['4/28/21 11:21:47', 'mdy', '2021-04-28'],
    ['27.04.2026 11:34', 'dmy', '2026-04-27'],
    ['2021/4/26 19:50', 'ymd', '2021-04-26'],
    ['29-12-2018 23:46', 'dmy', '2018-12-29'],
    ['29/02/2023', 'dmy', null],
    ['13/13/2023', 'dmy', null],
    ['yesterday', 'ymd', null],
    ['12', 'dmy', null]
  ] as const)('%s in the order %s is %s', (text, order, date) => {
    expect(isoDate(text, order)).toBe(date)
  })

  it.each([
    ['18/05/2020', 'dmy'],
    ['05/18/2020', 'mdy'],
    ['05/06/2020', 'either'],
    ['05.06.2020', 'dmy'],
    ['2020-05-06', 'ymd'],
    ['40/50/2020', null],
    ['1-2 hours', null],
    ['3', null]
  ])('%s is evidence of %s', (text, evidence) => {
    expect(dateEvidence(text)).toBe(evidence)
  })
})
