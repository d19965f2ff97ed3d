/** Made-up answers of our own to UCLA-3 by twelve people, as totals before and after. */
export const totals: [before: number, after: number][] = [
  [9, 6],
  [8, 5],
  [7, 5],
  [9, 7],
  [6, 4],
  [8, 6],
  [7, 4],
  [5, 5],
  [8, 4],
  [6, 6],
  [9, 8],
  [7, 5]
]

const labels = ['Hardly ever', 'Some of the time', 'Often']

function answers(total: number): number[] {
  const first = Math.min(3, total - 2)
  const second = Math.min(3, total - first - 1)
  return [first, second, total - first - second]
}

/**
 * A file in the shape of Qualtrics' CSV export: names, question texts and import ids, three rows of headings; before and
 * after in one row, one test response and one that was not finished.
 */
export function qualtricsSurvey(): string {
  const columns = ['StartDate', 'Status', 'Finished', 'ResponseId', 'Code', ...items('Q1'), ...items('Q2')]
  const texts = [
    ...['Start Date', 'Response Type', 'Finished', 'Response ID', 'Your code'],
    ...[
      'Before the group began: companionship',
      'Before the group began: left out',
      'Before the group began: isolated'
    ],
    ...['Now: companionship', 'Now: left out', 'Now: isolated']
  ]
  const ids = columns.map((name) =>
    JSON.stringify({ ImportId: name.startsWith('Q') ? `QID${name}` : name.toLowerCase() })
  )
  const people = totals.map(([before, after], index) => [
    ...['2026-03-02 10:00:00', 'IP Address', 'True', `R_${1000 + index}`, `P${index}`],
    ...[...answers(before), ...answers(after)].map((code) => labels[code - 1] ?? '')
  ])
  const others = [
    ['2026-03-01 09:00:00', 'Survey Preview', 'True', 'R_test', 'TEST', ...Array<string>(6).fill('Often')],
    ['2026-03-02 11:00:00', 'IP Address', 'False', 'R_half', 'HALF', 'Often', '', '', '', '', '']
  ]
  return [columns, texts, ids, ...others, ...people].map(csvLine).join('')
}

/** One plain file for each wave; the columns do not say which questionnaire they hold. */
export function plainSurvey(wave: 'before' | 'after'): string {
  const rows = totals.map((both, index) => [`P${index}`, ...answers(both[wave === 'before' ? 0 : 1]).map(String)])
  return [['person', 'UCLA_1', 'UCLA_2', 'UCLA_3'], ...rows].map(csvLine).join('')
}

function items(stem: string): string[] {
  return [1, 2, 3].map((number) => `${stem}_${number}`)
}

function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',') + '\n'
}
