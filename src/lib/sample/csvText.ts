/** Cells as the text of a CSV file (RFC 4180): quotes only where needed, LF line ends as Google Forms writes them. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(cell).join(',') + '\n').join('')
}

function cell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
