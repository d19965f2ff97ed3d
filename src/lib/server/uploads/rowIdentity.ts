import type { InterpretedRow } from '#lib/reading/interpretedRow.ts'
import type { ImportRequest } from './importRequest.ts'
import type { Pseudonymise } from './pseudonym.ts'

/**
 * The pseudonym under which a row's answers are kept. Who has an identifier is the same person in every upload. Who has
 * none gets a pseudonym from the platform's response id, else from the file and the row, so that the same file again
 * meets its own answers and nobody else's. The three kinds never meet: each is named before it is hashed.
 */
export function rowIdentity(
  { mapping, file }: Pick<ImportRequest, 'mapping' | 'file'>,
  pseudonymOf: Pseudonymise
): (row: InterpretedRow) => string {
  const identified = mapping.participant !== undefined && 'column' in mapping.participant
  return (row) => {
    if (identified && row.participant !== null) return pseudonymOf(`participant:${row.participant}`)
    if (row.responseId !== null) return pseudonymOf(`response:${row.responseId}`)
    return pseudonymOf(`row:${file.sha256}:${row.row}`)
  }
}
