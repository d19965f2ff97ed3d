import { textKey } from '../textKey.ts'
import type { Head, PlatformColumn, SurveyPlatform } from './platform.ts'

const own: Record<string, PlatformColumn> = {
  startdate: { role: 'date', rank: 2 },
  enddate: { role: 'date', rank: 4 },
  recordeddate: { role: 'date', rank: 3 },
  status: { role: 'status', is: 'kind' },
  responsetype: { role: 'status', is: 'kind' },
  finished: { role: 'status', is: 'finished' },
  progress: { role: 'status' },
  durationinseconds: { role: 'status' },
  duration: { role: 'status' },
  distributionchannel: { role: 'status' },
  userlanguage: { role: 'status' },
  responseset: { role: 'status' },
  responseid: { role: 'ignored', is: 'response-id' },
  externalreference: { role: 'ignored', is: 'own-id' },
  externaldatareference: { role: 'ignored', is: 'own-id' },
  ipaddress: { role: 'personal', personal: 'ip-address' },
  recipientlastname: { role: 'personal', personal: 'name' },
  recipientfirstname: { role: 'personal', personal: 'name' },
  recipientemail: { role: 'personal', personal: 'email' },
  emailaddress: { role: 'personal', personal: 'email' },
  name: { role: 'personal', personal: 'name' },
  locationlatitude: { role: 'personal', personal: 'location' },
  locationlongitude: { role: 'personal', personal: 'location' },
  locationaccuracy: { role: 'personal', personal: 'location' }
}

/**
 * Qualtrics: three header rows (names; question texts; import ids as JSON), or two in the older export. Where somebody
 * took header rows away, the names of its own columns still give it away.
 */
export const qualtrics: SurveyPlatform = {
  id: 'qualtrics',
  own,
  recognise(head) {
    const ids = head.findIndex((record) => record[0]?.trim().startsWith('{"ImportId"'))
    if (ids === 1 || ids === 2) {
      const reason = { code: 'platform-qualtrics-import-ids', values: { row: ids + 1 } } as const
      return { confidence: 0.98, headerRows: ids + 1, reason }
    }
    const names = [0, 1].find((row) => isNames(head[row] ?? []))
    if (names === undefined) return null
    const reason = { code: 'platform-qualtrics-names', values: { names: 'StartDate, ResponseID, Finished' } } as const
    return { confidence: 0.8, headerRows: names === 1 || !hasResponse(head, 1) ? 2 : 1, reason }
  },
  headerRoles: (headerRows) => ({ name: 0, question: headerRows > 1 ? 1 : null })
}

function isNames(record: readonly string[]): boolean {
  const keys = record.map(textKey)
  return (
    keys.includes('responseid') && keys.includes('startdate') && (keys.includes('finished') || keys.includes('status'))
  )
}

function hasResponse(head: Head, row: number): boolean {
  const ids = (head[0] ?? []).findIndex((name) => textKey(name) === 'responseid')
  return /^R_\w+$/.test(head[row]?.[ids]?.trim() ?? '')
}
