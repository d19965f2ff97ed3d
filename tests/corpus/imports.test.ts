import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalogue } from '#lib/domain/instruments/index.ts'
import { CommandLine } from '../cli/commandLine.ts'
import { hasSharedData } from './sharedData.ts'

/**
 * Real files through the whole path, by the command line alone. The numbers are those of the files' own manifest
 * (computed there with Python's statistics module from the files as stored) and of the project's first plan.
 */
const shared = (path: string) => fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url))
const data = (name: string) => shared(`data/datasets/${name}`)
const mapping = (name: string) => ['--mapping', shared(`examples/${name}.mapping.json`)]
const measure = (name: string) => ['--measure', shared(`examples/${name}.measure.json`)]

describe.runIf(hasSharedData())('real survey files, imported by the command line', () => {
  let kith: CommandLine
  beforeAll(async () => {
    kith = await CommandLine.open()
  })
  afterAll(async () => {
    await kith?.close()
  })

  async function imported(file: string, program: string, ...options: string[]) {
    const { status, stderr, document } = await kith.json(
      ...['import', data(file), '--program', program, '--create', ...options]
    )
    expect(status, stderr).toBe(0)
    return document
  }

  async function exact(program: string, instrument: string, scale = 'total') {
    const { document } = await kith.json('outcomes', '--program', program, '--exact')
    const found = document.measures.find(
      (one: { instrument: string; scale: string }) => one.instrument === instrument && one.scale === scale
    )
    expect(found, `${instrument} ${scale} in ${JSON.stringify(document).slice(0, 500)}`).toBeDefined()
    return found
  }

  describe('a Qualtrics export with before and after in one row', () => {
    it('gives the 319 pairs of its manifest, and calls the change worse', async () => {
      const report = await imported('covidgaming_study1_qualtrics.csv', 'Gaming', ...mapping('covidgaming_study1'))
      expect(report).toMatchObject({ status: 'committed', rows: { read: 571, kept: 571 }, published: { team: 1 } })
      const { rows, submissions } = report
      expect(rows.kept).toBe(rows.empty + rows.used + rows.setAside)
      // 389 people answered all of it before and 320 during; two more answered in part, and have no score.
      expect(submissions.added).toBe(711)

      const { waves, pairs } = await exact('Gaming', 'ucla-3')
      expect(waves).toMatchObject([
        { wave: 'before', n: 389, mean: expect.closeTo(5.226, 3), sd: expect.closeTo(1.846, 3) },
        { wave: 'after', n: 320, mean: expect.closeTo(5.853, 3), sd: expect.closeTo(1.981, 3) }
      ])
      expect(pairs).toMatchObject([
        {
          ...{ from: 'before', to: 'after', arm: null },
          ...{ n_pre: 389, n_post: 320, n_paired: 319, n_pre_only: 70, n_post_only: 1 },
          pre: { mean: expect.closeTo(5.201, 3) },
          post: { mean: expect.closeTo(5.843, 3) },
          change: { mean: expect.closeTo(0.643, 3), sd: expect.closeTo(1.5, 3) }
        }
      ])

      const { document: release } = await kith.json('outcomes', '--program', 'Gaming')
      const [panel] = release.outcomes[0].pairs
      expect(panel.finding).toMatchObject({ id: 'change_clear', values: { judgement: 'worse' } })
      expect(panel).toMatchObject({
        people: { state: 'shown', paired: 319, onlyFrom: 70, onlyTo: 1 },
        change: { state: 'shown', before: 5.2, after: 5.8, change: 0.6, sd: 1.5 }
      })
    })

    it('leaves the unfinished responses out where Kith itself suggests the mapping', async () => {
      const report = await imported('covidgaming_study1_qualtrics.csv', 'Finished only')
      // 255 of the 571 responses are finished.
      expect(report).toMatchObject({ status: 'committed', rows: { read: 571, kept: 255 } })
      const { pairs } = await exact('Finished only', 'ucla-3')
      expect(pairs[0]).toMatchObject({ n_paired: 252, change: { mean: expect.closeTo(0.631, 3) } })
    })
  })

  it('takes a wide file whose answers are coded 0 to 4', async () => {
    const report = await imported('rminr_sses_prepost_wide.csv', 'Imagery', ...mapping('rminr_sses_prepost'))
    expect(report).toMatchObject({ status: 'committed', rows: { read: 73, used: 73, setAside: 0 } })
    const { pairs } = await exact('Imagery', 'sses-20')
    // The manifest scores 0 to 4; the instrument's own codes are 1 to 5, so its 20 items lie 20 points higher.
    expect(pairs[0]).toMatchObject({
      n_paired: 73,
      pre: { mean: expect.closeTo(48.123 + 20, 3), sd: expect.closeTo(15.647, 3) },
      post: { mean: expect.closeTo(45.685 + 20, 3), sd: expect.closeTo(17.857, 3) },
      change: { mean: expect.closeTo(-2.438, 3), sd: expect.closeTo(9.353, 3) }
    })
  })

  it('takes 47,974 responses, of which the complete ones count', async () => {
    const report = await imported('openpsych_rse.tsv.csv', 'Self-esteem', ...mapping('openpsych_rse'))
    expect(report).toMatchObject({ status: 'committed', rows: { read: 47_974, kept: 47_974 } })
    const { range, waves, pairs } = await exact('Self-esteem', 'rses-10')
    expect(range).toEqual([0, 30])
    expect(waves).toMatchObject([
      { wave: 'before', n: 46_546, mean: expect.closeTo(16.298, 3), sd: expect.closeTo(6.983, 3) }
    ])
    expect(pairs).toEqual([])
  })

  it('takes a long file with two ready-made totals', async () => {
    const options = [...mapping('jacobson_1989'), ...measure('das-total'), ...measure('gds-total')]
    const report = await imported('jacobson_1989_long.csv', 'Couples', ...options)
    expect(report).toMatchObject({ status: 'committed', rows: { read: 60 } })
    const das = await exact('Couples', 'das-total')
    expect(das.pairs[0]).toMatchObject({
      n_paired: 30,
      pre: { mean: expect.closeTo(81.583, 3) },
      post: { mean: expect.closeTo(98.05, 3) },
      change: { mean: expect.closeTo(16.467, 3), sd: expect.closeTo(16.567, 3) }
    })
    const gds = await exact('Couples', 'gds-total')
    expect(gds.pairs[0]).toMatchObject({
      n_paired: 26,
      pre: { mean: expect.closeTo(69.154, 3) },
      post: { mean: expect.closeTo(59.308, 3) },
      change: { mean: expect.closeTo(-9.846, 3), sd: expect.closeTo(8.6, 3) }
    })
  })

  it('joins arms by participant from a file that holds nothing else for it', async () => {
    await imported('rminr_sses_prepost_wide.csv', 'Arms', ...mapping('rminr_sses_prepost'))
    const arms = {
      participant: { column: 'partID' },
      arm: { column: 'Condition', values: { self: 'program', control: 'comparison' } }
    }
    const report = await imported(
      'rminr_sses_prepost_wide.csv',
      'Arms',
      '--mapping',
      await kith.file('arms.json', arms)
    )
    // The 21 people of the third condition belong to neither arm, and each of them is named.
    expect(report).toMatchObject({ status: 'committed', rows: { read: 73, used: 52, setAside: 21 } })
    expect(report.problems).toHaveLength(21)
    expect(report.problems[0]).toMatchObject({ code: 'unknown-arm', column: 'Condition' })
    const { pairs } = await exact('Arms', 'sses-20')
    expect(pairs).toMatchObject([
      { arm: null, n_paired: 73 },
      { arm: 'program', n_paired: 18, change: { mean: expect.closeTo(-9.333, 3), sd: expect.closeTo(9.846, 3) } },
      { arm: 'comparison', n_paired: 34, change: { mean: expect.closeTo(0.794, 3) } }
    ])
  })
})

describe.runIf(hasSharedData())('the reference vectors beside the checkout', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-vectors-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  /** `npm run oracle` on those cases of a file that are built. */
  function oracle(file: string, list: 'cases' | 'vectors', built: (one: Case) => boolean, ...options: string[]) {
    const content = JSON.parse(readFileSync(shared(`vectors/${file}`), 'utf8'))
    const chosen = content[list].filter(built)
    const path = join(folder, file)
    writeFileSync(path, JSON.stringify({ [list]: chosen }))
    const { status, stdout } = spawnSync(process.execPath, ['src/cli/oracle.ts', path, ...options], {
      encoding: 'utf8'
    })
    return { status, stdout: stdout.trim(), count: chosen.length }
  }

  it('agree with every case of kind paired, in the keys that are built', () => {
    const keys = 'n_pre,n_post,n_paired,n_pre_only,n_post_only,all_pre,all_post,pre,post,r,change,t_test,any_change,rci'
    const result = oracle('statistics.json', 'cases', ({ kind }) => kind === 'paired', '--only', keys)
    expect(result).toEqual({ status: 0, stdout: '13 passed, 0 failed', count: 13 })
  })

  it.each(catalogue.map(({ id }) => id))('agree with the worked scores of %s', (id) => {
    const { status, stdout, count } = oracle('scoring.json', 'vectors', ({ instrument }) => instrument === id)
    expect(count).toBeGreaterThan(0)
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${count} passed, 0 failed` })
  })
})

interface Case {
  kind?: string
  instrument?: string
}
