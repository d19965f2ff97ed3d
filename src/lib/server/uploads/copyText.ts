/** Values as Postgres's COPY text format writes them: tab between columns, \N for null, backslash escapes. */
export function copyLine(values: (string | number | boolean | null | (number | null)[])[]): string {
  return values.map(copyValue).join('\t')
}

function copyValue(value: string | number | boolean | null | (number | null)[]): string {
  if (value === null) return '\\N'
  if (Array.isArray(value)) return `{${value.map((element) => element ?? 'NULL').join(',')}}`
  if (typeof value !== 'string') return String(value)
  return value.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character)
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
