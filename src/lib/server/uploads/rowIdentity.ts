import type { Wave } from '#lib/domain/wave.ts'
import type { InterpretedRow } from '#lib/reading/interpretedRow.ts'
import type { ImportRequest } from './importRequest.ts'
import type { Pseudonymise } from './pseudonym.ts'

/**
 * The pseudonym under which a row's answers at one wave are kept. Who has an identifier is the same person in every
 * upload. `{row: true}`: whoever filled in the row, by the platform's response id, else by file and row, so that the same
 * file again meets its own answers and nobody else's. Where nobody shall be paired, each wave of a row is somebody of
 * its own. The kinds never meet: each is named before it is hashed.
 */
export function rowIdentity(
  { mapping, file }: Pick<ImportRequest, 'mapping' | 'file'>,
  pseudonymOf: Pseudonymise
): (row: InterpretedRow, wave: Wave | undefined) => string {
  const { participant } = mapping
  return (row, wave) => {
    if (participant && 'column' in participant && row.participant !== null) {
      return pseudonymOf(`participant:${row.participant}`)
    }
    const apart = participant ? '' : `:${wave ?? ''}`
    if (row.responseId !== null) return pseudonymOf(`response:${row.responseId}${apart}`)
    return pseudonymOf(`row:${file.sha256}:${row.row}${apart}`)
  }
}
