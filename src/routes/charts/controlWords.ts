/** Words to look at controls with; only developers read them, so they are not messages. */
export const words = {
  controls: 'Controls',
  place: 'Programs',
  uploads: 'Uploads',
  kind: 'Befriending, for people aged 60 and over',
  cohorts: ['Spring 2026', 'Autumn 2026'],
  organisation: 'Riverside Community Network',
  steps: ['File', 'Columns', 'Answers', 'Done'],
  drop: 'Drop a survey export here',
  dropHint: 'Untouched, as it came from your survey tool: CSV or TSV, up to a gigabyte.',
  detail: '1,200 of 4,000 rows are read; 3 of 58 rows need you.',
  field: 'Name of the program',
  problem: 'Row 12, column q3: “Ofen” is not an answer of this question.',
  info: 'For your information',
  success: '55 added, 39 matched',
  caution: 'Column C holds e-mail addresses',
  options: [
    { value: 'a', label: 'Before' },
    { value: 'b', label: 'After' }
  ],
  columns: [{ label: 'Column' }, { label: 'Meaning' }, { label: 'Answers', align: 'end' as const }],
  rows: [
    ['q1', 'How often do you feel left out?', '1,058'],
    ['q2', 'How often do you feel isolated?', '57']
  ]
}
