/** Words to look at the parts of the interface with; only developers read them, so they are not messages. */
export const words = {
  title: 'Design',
  lead: 'Every part in every state, light and dark. Hover and focus by hand; ?dir=rtl mirrors the page.',
  themes: { light: 'Light', dark: 'Dark' },
  organisation: 'Riverside Community Network',
  place: 'Programs',
  short: 'Name of the program',
  value: 'Tuesday Garden Club',
  hint: 'As people who take part call it.',
  problem: 'Row 12, column q3: “Ofen” is not an answer of this question.',
  text: 'Of 41 people who answered both times, loneliness was 0.9 points lower after.',
  long: 'Selbsthilfegruppenleiterinnenfortbildungsveranstaltung for everybody who looks after people who look after others',
  lines: 'They meet each week in the garden behind the library.\nEverybody is welcome.',
  busy: 'Adding these answers',
  disabled: 'Not possible now',
  readonly: 'Only to be read',
  empty: 'Nothing has been uploaded yet',
  emptyRows: 'No row needs you.',
  emptyText: 'Bring the file that your survey tool exports, as it is.',
  act: 'Upload a survey file',
  open: 'Open the dialog',
  sure: 'Undo this upload?',
  undo: 'Undo',
  detail: '1,200 of 4,000 rows are read.',
  reading: 'Reading spring-2026.csv',
  drop: 'Drop a survey export here',
  steps: ['File', 'Columns', 'Answers', 'Done'],
  looks: ['primary', 'secondary', 'quiet', 'danger'] as const,
  tones: ['info', 'success', 'caution', 'problem'] as const,
  caption: 'Columns of this file',
  columns: [{ label: 'Column' }, { label: 'Meaning' }, { label: 'Answers', align: 'end' as const }],
  rows: [
    ['q1', 'How often do you feel left out?', 1058],
    ['q2', 'Not shown, to protect people’s privacy.'],
    ['selbsthilfegruppenleiterinnenfortbildung', 'How often do you feel isolated?', 57]
  ],
  options: [
    { value: 'before', label: 'Before', hint: 'In the first week' },
    { value: 'after', label: 'After' },
    { value: 'never', label: 'Not asked in this program', disabled: true }
  ],
  tabs: [
    { id: 'chart', label: 'Chart' },
    { id: 'table', label: 'Table' },
    { id: 'words', label: 'Selbsthilfegruppenleiterinnen in words' },
    { id: 'none', label: 'Not possible now', disabled: true }
  ],
  scripts: [
    { language: 'en', text: 'Together: 0.6 better, 1,058 people; I l 1 O 0' },
    { language: 'pl', text: 'Zażółć gęślą jaźń' },
    { language: 'vi', text: 'Cảm giác thuộc về cộng đồng' },
    { language: 'el', text: 'Αίσθηση του ανήκειν' },
    { language: 'uk', text: 'Почуття приналежності' },
    { language: 'ar', text: 'الشعور بالانتماء' },
    { language: 'fa', text: 'احساس تعلق می‌کنم' },
    { language: 'he', text: 'תחושת שייכות' },
    { language: 'hi', text: 'अपनेपन की भावना' },
    { language: 'bn', text: 'একাত্মতার অনুভূতি' }
  ],
  colours: {
    Ground: ['ground', 'page', 'surface', 'rule', 'ink', 'ink-2', 'axis', 'grid', 'focus'],
    'How sure, and the rest': ['before', 'after', 'sure', 'unsure', 'better', 'same', 'worse', 'hatch-line', 'thread'],
    'How much': ['seq-1', 'seq-2', 'seq-3', 'seq-4', 'seq-5'],
    'Better to worse': ['div-better-2', 'div-better-1', 'div-same', 'div-worse-1', 'div-worse-2']
  },
  type: {
    title: 'A page’s name',
    finding: 'Loneliness was 0.9 points lower after',
    l: 'A section',
    m: 'Text',
    s: 'A note'
  },
  parts: {
    logo: 'Logo',
    colour: 'Colour',
    type: 'Type',
    button: 'Button',
    field: 'Field',
    select: 'Select',
    checkbox: 'Checkbox',
    radio: 'Radio group',
    table: 'Table',
    notice: 'Notice',
    dialog: 'Dialog',
    tabs: 'Tabs',
    progress: 'Progress and steps',
    empty: 'Empty state',
    breadcrumb: 'Breadcrumb',
    drop: 'File drop'
  }
}
