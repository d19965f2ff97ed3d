/** An id made of a name: its letters and digits, small, joined by hyphens; with a number behind where it is taken. */
export function freshId(name: string, taken: readonly string[]): string {
  const stem =
    name
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}\p{Mark}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 90) || 'dimension'
  return numbered(stem, taken)
}

/** The text itself, or with the first number behind it that makes it new. */
export function numbered(text: string, taken: readonly string[]): string {
  if (!taken.includes(text)) return text
  for (let number = 2; ; number++) if (!taken.includes(`${text}-${number}`)) return `${text}-${number}`
}
