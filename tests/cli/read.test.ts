import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CommandLine } from './commandLine.ts'

/** A Google Forms export of our own making: its Timestamp first, the answers as labels. */
const googleForms = `Timestamp,Participant code,E-mail address,UCLA_1,UCLA_2,UCLA_3
2/9/2026 9:12:44,AB-01,one@example.org,Often,Some of the time,Hardly ever
2/9/2026 10:02:01,CD-02,two@example.org,Often,Often,Often
2/10/2026 8:30:00,EF-03,three@example.org,Hardly ever,Hardly ever,Hardly ever
`

describe('kith read --json', () => {
  let kith: CommandLine
  beforeAll(async () => {
    kith = await CommandLine.open()
  })
  afterAll(async () => {
    await kith?.close()
  })

  it('says what a file is, what is in it and what is personal in it, in the shape of its contract', async () => {
    const path = await kith.file('forms.csv', googleForms)
    const { status, document } = await kith.json('read', path)
    expect(status).toBe(0)
    expect(Object.keys(document)).toEqual([
      ...['file', 'platform', 'headerRows', 'records', 'columns', 'instruments', 'personal', 'warnings', 'errors']
    ])
    expect(document).toMatchObject({
      file: {
        bytes: Buffer.byteLength(googleForms),
        sha256: createHash('sha256').update(googleForms).digest('hex'),
        encoding: 'utf-8',
        bom: false,
        delimiter: ',',
        lineEnding: 'lf'
      },
      platform: 'google-forms',
      headerRows: 1,
      records: 3,
      instruments: [{ instrument: 'ucla-3', scale: 'total', columns: [3, 4, 5] }],
      personal: [{ index: 2, kind: 'email' }],
      errors: []
    })
    expect(document.columns).toHaveLength(6)
    expect(document.columns[1]).toMatchObject({ index: 1, name: 'Participant code', role: 'participant' })
    expect(document.columns[2]).toMatchObject({ role: 'personal' })
    for (const { reason } of [...document.columns, ...document.instruments]) expect(reason).toMatch(/\w+ .+\.$/)
  })

  it('reads without a database', async () => {
    const path = await kith.file('forms.csv', googleForms)
    const { database } = kith
    const away = Object.assign(Object.create(kith), {
      database: { ...database, ownerUrl: 'postgres://nobody@127.0.0.1:1/x' }
    })
    const { status, document } = await away.json('read', path)
    expect({ status, records: document.records }).toEqual({ status: 0, records: 3 })
  })

  it('still prints one document where nothing can be read, with the reason in it, and fails', async () => {
    const path = await kith.file('empty.csv', '')
    const { status, document, stderr } = await kith.json('read', path)
    expect(status).toBe(1)
    expect(document).toMatchObject({ records: 0, errors: [{ code: 'empty-file', row: null, column: null }] })
    expect(stderr).toContain(document.errors[0].message)
  })

  it.each([
    ['Windows-1252', 'windows-1252', 'code,café\na,naïve\n'],
    ['semicolons', 'utf-8', 'code;UCLA_1;UCLA_2;UCLA_3\na;1;2;3\nb;2;2;3\n'],
    ['tabs', 'utf-8', 'code\tUCLA_1\tUCLA_2\tUCLA_3\na\t1\t2\t3\nb\t2\t2\t3\n']
  ])('tells %s by the bytes', async (name, encoding, text) => {
    const bytes = encoding === 'utf-8' ? text : Buffer.from(text, 'latin1')
    const { document } = await kith.json('read', await kith.file('any.csv', bytes))
    const delimiter = { semicolons: ';', tabs: '\t' }[name] ?? ','
    expect(document.file).toMatchObject({ encoding, delimiter })
  })
})
