/** The light colours of ui/tokens.css, for pictures that leave the page and its style sheets (a test compares them). */
export const lightColours = {
  ground: '#fbfaf6',
  ink: '#1b1f24',
  'ink-2': '#4a525c',
  axis: '#767d87',
  grid: '#dddfe3',
  before: '#6b7280',
  after: '#0b4f8a',
  sure: '#0b4f8a',
  unsure: '#6b7280',
  better: '#0b5cad',
  same: '#7c828c',
  worse: '#b3480a',
  'hatch-line': '#6f7782',
  'hatch-fill': '#e4e5e8'
} as const
