import { describe, expect, it } from 'vitest'
import { catalogue } from '#lib/domain/instruments/index.ts'
import { interpretedRows } from '#lib/reading/answers.ts'
import { fileOverview } from '#lib/reading/overview.ts'
import { UnreadableFile } from '#lib/reading/problem.ts'
import { records } from '#lib/reading/records.ts'
import { collected } from '../reading/bytes.ts'
import { hasSharedData, sharedFile, sharedFiles, sharedText } from './sharedData.ts'

const present = hasSharedData()
const files = present ? sharedFiles('conformance') : []
const spectrum = files.filter((path) => path.includes('csv-spectrum'))

describe.runIf(present)('the files of other CSV readers', () => {
  it('are there', () => {
    expect(spectrum.length).toBeGreaterThan(4)
    expect(files.length).toBeGreaterThan(50)
  })

  it.each(spectrum)('%s gives the cells that its suite expects', async (path) => {
    const { layout } = await fileOverview(sharedFile(path), catalogue)
    const expected: Record<string, string>[] = JSON.parse(sharedText(path.replace(/csv$/, 'json')))
    const [header, ...rows] = (await collected(records(sharedFile(path), layout))).map(({ cells }) => cells)
    const found = rows.map((cells) => Object.fromEntries(cells.map((cell, at) => [header?.[at] ?? '', cell])))
    expect(found).toEqual(expected)
  })

  it.each(files)('%s is read, or refused with a reason', async (path) => {
    try {
      const { layout, suggestion, records: count } = await fileOverview(sharedFile(path), catalogue)
      const rows = await collected(interpretedRows(sharedFile(path), layout, suggestion, catalogue))
      expect(rows).toHaveLength(count)
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableFile)
      expect(error).toHaveProperty('problem.code', expect.stringMatching(/^(header-only|empty-file|unclosed-quote)$/))
    }
  })
})
