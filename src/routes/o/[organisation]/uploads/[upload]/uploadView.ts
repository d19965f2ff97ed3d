import type { Upload } from '#lib/server/uploads/findUpload.ts'
import type { Review } from '#lib/server/uploads/reviewUpload.ts'

/** What the page knows of an upload. */
export function uploadView({ id, status, fileName, bytes, receivedAt, committedAt, undoneAt, summary }: Upload) {
  return { id, status, fileName, bytes, receivedAt, committedAt, undoneAt, summary }
}

/** What the page knows of a review: no rows, and of the answers only the few that tell what a column means. */
export function reviewView({ overview, mapping, instruments }: Review) {
  const { platform, platformReason, records, columns, personal, warnings } = overview
  // Whoever holds the file may see its words; even so only those of columns that may say before or after.
  const waveAnswers = overview.answers.filter(({ index, more, values }) => {
    const role = columns[index]?.role
    return !more && values.length <= 12 && (role === 'wave' || role === 'ignored' || role === 'arm')
  })
  return {
    platform,
    platformReason,
    records,
    columns,
    found: overview.instruments,
    personal,
    warnings,
    mapping,
    suggested: overview.suggestion,
    answers: waveAnswers,
    instruments: instruments.map(({ id, name, items, variants, orderMustBeDeclared }) => ({
      id,
      name,
      items: items.map(({ key }) => key),
      orders: variants.filter(({ kind }) => kind === 'order').map((variant) => variant.id),
      codes: variants.filter(({ kind }) => kind === 'codes').map((variant) => variant.id),
      orderMustBeDeclared
    }))
  }
}

export type ReviewView = ReturnType<typeof reviewView>
