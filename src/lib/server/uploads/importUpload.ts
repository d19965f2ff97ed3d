import type pg from 'pg'
import { policy } from '#lib/domain/privacy/policy.ts'
import { interpretedRows, mappingProblems } from '#lib/reading/answers.ts'
import { type Problem, UnreadableFile } from '#lib/reading/problem.ts'
import { recordAudit } from '../audit/recordAudit.ts'
import { type CopyRows, withStaging } from '../database/withStaging.ts'
import type { InOrganisation } from '../database/withOrganisation.ts'
import { lockOrganisation, pseudonymSalt } from '../organisations/lockOrganisation.ts'
import { publishPrograms } from '../releases/publishPrograms.ts'
import { countParticipants } from './countParticipants.ts'
import type { ImportRequest } from './importRequest.ts'
import { emptySummary, type ImportResult, listedProblems, refused, unchangedBy } from './importResult.ts'
import { findCommitted, markCommitted } from './committedUpload.ts'
import { keepMeasures } from '../organisations/measures.ts'
import { mergeAttributes } from './mergeAttributes.ts'
import { mergeSubmissions, type Merging } from './mergeSubmissions.ts'
import { insertOrganisation } from '../organisations/createOrganisation.ts'
import { placeRows } from './placeRows.ts'
import { pseudonymise } from './pseudonym.ts'
import { rowIdentity } from './rowIdentity.ts'
import { stageRows } from './stageRows.ts'

/** Ends the transaction without keeping anything of it, and carries what was found out. */
class NothingKept extends Error {
  readonly result: ImportResult
  constructor(result: ImportResult) {
    super('nothing kept')
    this.result = result
  }
}

/**
 * Brings one file into its organisation, whole or not at all, and publishes the programs that it touches; everything in
 * one transaction. With `commit` false the same path is walked to its end and then taken back, so that what the review
 * says is what the commit does.
 */
export async function importUpload(
  pool: pg.Pool,
  pseudonymKey: Buffer,
  request: ImportRequest,
  commit: boolean
): Promise<ImportResult> {
  const refusals = mappingProblems(request.layout, request.mapping, request.instruments)
  if (refusals.length > 0) return refused(request, refusals)
  try {
    return await withStaging(pool, request.orgId, async (transaction, copyRows) => {
      const result = await importInto(transaction, copyRows, pseudonymKey, request)
      if (!commit)
        throw new NothingKept({ ...result, status: result.status === 'committed' ? 'checked' : result.status })
      if (result.status !== 'committed') throw new NothingKept(result)
      return result
    })
  } catch (error) {
    if (error instanceof NothingKept) return error.result
    if (error instanceof UnreadableFile) return refused(request, [error.problem])
    throw error
  }
}

async function importInto(
  transaction: InOrganisation,
  copyRows: CopyRows,
  pseudonymKey: Buffer,
  request: ImportRequest
): Promise<ImportResult> {
  const { orgId, newOrganisation, uploadId, mapping, instruments } = request
  if (newOrganisation !== undefined) await insertOrganisation(transaction, orgId, { name: newOrganisation })
  const earlier = await findCommitted(transaction, request)
  if (earlier) return unchangedBy(earlier)

  const salt = await pseudonymSalt(transaction, orgId)
  const rows = interpretedRows(request.source, request.layout, mapping, instruments)
  const pseudonymOf = rowIdentity(request, pseudonymise(pseudonymKey, salt))
  const staged = await stageRows(transaction, copyRows, rows, { instruments, pseudonymOf })

  // From here on one import at a time for each organisation: reading the file took long, this does not.
  await lockOrganisation(transaction, orgId)
  const meanwhile = await findCommitted(transaction, request)
  if (meanwhile) return unchangedBy(meanwhile)

  const placed = await placeRows(transaction, orgId, request.create)
  if (placed.problems.length > 0) return refused(request, placed.problems, staged)
  const commitNumber = await markCommitted(transaction, request)
  if (commitNumber === undefined) return unchangedBy({ id: uploadId, summary: emptySummary })
  const merging: Merging = {
    orgId,
    uploadId,
    commitNumber,
    duplicates: mapping.duplicates ?? 'first',
    participantColumn: participantColumn(request),
    problemLimit: listedProblems
  }
  const submissions = await mergeSubmissions(transaction, merging)
  if (mapping.duplicates === 'refuse' && submissions.problemCount > 0) {
    return refused(request, submissions.problems, staged)
  }
  const attributes = await mergeAttributes(transaction, merging)
  const attributesFound = attributes.added + attributes.replaced + attributes.unchanged
  if (staged.rows.used === submissions.rowsSetAside && attributesFound === 0) {
    const reason: Problem = { code: 'nothing-used', row: null, column: null, values: {} }
    const rows = { ...staged.rows, used: 0, setAside: staged.rows.setAside + staged.rows.used }
    return refused(request, [reason, ...submissions.problems, ...attributes.problems], { ...staged, rows })
  }
  const participants = await countParticipants(transaction, orgId)
  const summary = {
    rows: {
      ...staged.rows,
      used: staged.rows.used - submissions.rowsSetAside,
      setAside: staged.rows.setAside + submissions.rowsSetAside
    },
    submissions: pick(submissions),
    attributes: pick(attributes),
    participants
  }
  await transaction
    .updateTable('kith.upload')
    .set({ summary: JSON.stringify(summary) })
    .where('org_id', '=', orgId)
    .where('id', '=', uploadId)
    .execute()
  await keepMeasures(transaction, orgId, request.measures)
  const published = await publishPrograms(transaction, orgId, placed.programIds, {
    instruments,
    policy: policy('team'),
    today: request.today
  })
  const actor = request.userId ?? 'command-line'
  await recordAudit(transaction, orgId, { actor, action: 'upload.commit', object: `upload:${uploadId}` })
  const found = [...staged.problems, ...submissions.problems, ...attributes.problems]
  return {
    upload: uploadId,
    status: 'committed',
    summary,
    problems: found.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)).slice(0, listedProblems),
    problemCount: staged.problemCount + submissions.problemCount + attributes.problems.length,
    published
  }
}

function participantColumn({ mapping, layout }: ImportRequest): string | null {
  if (!mapping.participant || !('column' in mapping.participant)) return null
  const { column } = mapping.participant
  return typeof column === 'string' ? column : (layout.columns[column.index]?.name ?? null)
}

function pick({ added, replaced, unchanged }: { added: number; replaced: number; unchanged: number }) {
  return { added, replaced, unchanged }
}
