/** Texts that stand for "no answer" in exports that were seen. */
const markers = new Set([
  'na',
  'n/a',
  'nan',
  'null',
  '#n/a',
  '[not completed]',
  '.',
  '-',
  '--',
  'missing',
  '-99',
  '-999',
  '-9'
])

/** Whether a cell's text is a customary sign for "no answer". Empty cells always are. */
export function isMissingMarker(text: string): boolean {
  return text === '' || markers.has(text.toLowerCase())
}
