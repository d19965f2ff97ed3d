import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPool } from '#lib/server/database/connect.ts'
import { CommandLine } from './commandLine.ts'

/** Six people; before 9 7 4 6 6 3 and after 7 6 3 3 9 of the first five, worked by hand: 6.4 to 5.6, change -0.8. */
const before = 'code,UCLA_1,UCLA_2,UCLA_3\na,3,3,3\nb,2,3,2\nc,1,2,1\nd,3,1,2\ne,2,2,2\nf,1,1,1\n'
const after = 'code,UCLA_1,UCLA_2,UCLA_3\na,2,2,3\nb,2,2,2\nc,1,1,1\nd,1,1,1\ne,3,3,3\n'

describe('kith import, outcomes and undo', () => {
  let kith: CommandLine
  beforeEach(async () => {
    kith = await CommandLine.open()
  })
  afterEach(async () => {
    await kith.close()
  })

  const into = ['--program', 'Calls', '--create']

  async function imported(name: string, content: string | Uint8Array, ...options: string[]) {
    const { status, stderr, document } = await kith.json('import', await kith.file(name, content), ...into, ...options)
    return { exit: status, stderr, ...document }
  }

  async function exact() {
    const { document } = await kith.json('outcomes', '--program', 'Calls', '--exact')
    return document
  }

  /** Everything that the database holds of organisations, as text. */
  async function held(): Promise<string> {
    const owner = openPool(kith.database.ownerUrl, 1)
    const tables = await owner.query<{ name: string }>(
      "select oid::regclass::text as name from pg_class where relnamespace = 'kith'::regnamespace and relkind = 'r' order by 1"
    )
    let text = ''
    for (const { name } of tables.rows)
      text += `${name} ${JSON.stringify((await owner.query(`select * from ${name}`)).rows)}\n`
    await owner.end()
    return text
  }

  it('takes one file for each wave and gives the figures of the people who are in both', async () => {
    const first = await imported('before.csv', before, '--wave', 'before')
    expect(first).toMatchObject({
      exit: 0,
      status: 'committed',
      upload: expect.stringMatching(/^[0-9a-f-]{36}$/),
      rows: { read: 6, kept: 6, empty: 0, used: 6, setAside: 0 },
      submissions: { added: 6, replaced: 0, unchanged: 0 },
      participants: { total: 6, matchedToOtherWave: 0 },
      problems: [],
      published: { team: 1 }
    })
    const second = await imported('after.csv', after, '--wave', 'after')
    expect(second).toMatchObject({ participants: { total: 5, matchedToOtherWave: 5 }, published: { team: 2 } })

    const document = await exact()
    expect(document).toMatchObject({
      program: 'Calls',
      measures: [
        {
          ...{ instrument: 'ucla-3', scale: 'total', better: 'lower', range: [3, 9] },
          waves: [
            { wave: 'before', n: 6 },
            { wave: 'after', n: 5 }
          ],
          pairs: [
            {
              ...{ from: 'before', to: 'after', arm: null },
              ...{ n_pre: 6, n_post: 5, n_paired: 5, n_pre_only: 1, n_post_only: 0 },
              pre: { mean: 6.4 },
              post: { mean: 5.6 },
              change: { mean: expect.closeTo(-0.8, 9) }
            }
          ]
        }
      ]
    })
  })

  it('keeps the words of its contract in what it prints', async () => {
    const report = await imported('before.csv', before.replace('b,2,3,2', 'b,2,7,2'), '--wave', 'before')
    expect(Object.keys(report)).toEqual(
      expect.arrayContaining([
        ...['upload', 'status', 'rows', 'submissions', 'participants', 'problems', 'warnings', 'published']
      ])
    )
    expect(report.problems).toMatchObject([
      { row: 3, column: 'UCLA_2', code: expect.any(String), message: expect.stringContaining('7') }
    ])
  })

  it('warns of exact figures on stderr, and gives rounded ones where they were not asked for', async () => {
    await imported('before.csv', before, '--wave', 'before')
    await imported('after.csv', after, '--wave', 'after')
    const { stderr } = await kith.run('outcomes', '--program', 'Calls', '--exact')
    expect(stderr).toContain('must not be passed on')
    const { document, stderr: quiet } = await kith.json('outcomes', '--program', 'Calls')
    expect(quiet).toBe('')
    expect(document).toMatchObject({
      schema: 1,
      audience: 'team',
      version: 2,
      node: { kind: 'program', name: 'Calls' }
    })
    expect(document.outcomes[0].pairs[0]).toMatchObject({ people: { paired: 5 }, change: { change: -0.8 } })
  })

  it('takes a long file, whose wave stands in a column', async () => {
    const rows = (wave: string, text: string) =>
      text
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => `${wave},${line}`)
    const long = ['when,code,UCLA_1,UCLA_2,UCLA_3', ...rows('pre', before), ...rows('post', after)].join('\n')
    expect(await imported('long.csv', long)).toMatchObject({ exit: 0, rows: { read: 11, used: 11 } })
    expect((await exact()).measures[0].pairs[0]).toMatchObject({
      n_paired: 5,
      change: { mean: expect.closeTo(-0.8, 9) }
    })
  })

  it('takes a wide file, with before and after in one row', async () => {
    const afterOf = new Map(
      after
        .trim()
        .split('\n')
        .map((line) => [line[0], line.slice(2)])
    )
    const lines = before.trim().split('\n').slice(1)
    const wide = [
      'code,Pre_UCLA_1,Pre_UCLA_2,Pre_UCLA_3,Post_UCLA_1,Post_UCLA_2,Post_UCLA_3',
      ...lines.map((line) => `${line},${afterOf.get(line[0]) ?? ',,'}`)
    ].join('\n')
    expect(await imported('wide.csv', wide)).toMatchObject({ exit: 0, rows: { used: 6 }, submissions: { added: 11 } })
    expect((await exact()).measures[0].pairs[0]).toMatchObject({ n_paired: 5, n_pre_only: 1 })
  })

  it('joins a file that only says who is in which arm', async () => {
    await imported('before.csv', before, '--wave', 'before')
    await imported('after.csv', after, '--wave', 'after')
    const mapping = await kith.file('arms.json', {
      participant: { column: 'code' },
      arm: { column: 'group', values: { calls: 'program', waiting: 'comparison' } }
    })
    const arms = 'code,group\na,calls\nb,calls\nc,calls\nd,waiting\ne,waiting\n'
    expect(await imported('arms.csv', arms, '--mapping', mapping)).toMatchObject({ exit: 0, rows: { used: 5 } })
    // a, b, c: 9 7 4 to 7 6 3; d, e: 6 6 to 3 9.
    expect((await exact()).measures[0].pairs).toMatchObject([
      { arm: null, n_paired: 5 },
      { arm: 'program', n_paired: 3, change: { mean: expect.closeTo(-4 / 3, 9) } },
      { arm: 'comparison', n_paired: 2, change: { mean: expect.closeTo(0, 9) } }
    ])
  })

  it.each([
    ['Windows-1252', (text: string) => Buffer.from(text, 'latin1')],
    [
      'semicolons, as a European Excel writes them',
      (text: string) => `\ufeff${text.replaceAll(',', ';').replaceAll('\n', '\r\n')}`
    ],
    ['tabs', (text: string) => text.replaceAll(',', '\t')]
  ])('takes the same answers in %s', async (_, written) => {
    const accented = (text: string) => text.replaceAll('\nb,', '\nbjörk,')
    await imported('before.csv', written(accented(before)), '--wave', 'before')
    expect(await imported('after.csv', written(accented(after)), '--wave', 'after')).toMatchObject({
      rows: { used: 5 },
      participants: { matchedToOtherWave: 5 }
    })
    expect((await exact()).measures[0].pairs[0]).toMatchObject({ change: { mean: expect.closeTo(-0.8, 9) } })
  })

  it('takes several files at once and prints one document of them all', async () => {
    const files = [await kith.file('one.csv', before), await kith.file('two.csv', `${before}g,3,2,1\n`)]
    const { status, document } = await kith.json('import', ...files, ...into, '--wave', 'before')
    expect(status).toBe(0)
    expect(document.uploads).toMatchObject([
      { status: 'committed', submissions: { added: 6 } },
      { status: 'committed', submissions: { added: 1, unchanged: 6 } }
    ])
  })

  it('changes nothing for the same file and mapping again, and names the upload that holds it', async () => {
    const { upload } = await imported('before.csv', before, '--wave', 'before')
    const was = await held()
    expect(await imported('renamed.csv', before, '--wave', 'before')).toMatchObject({
      exit: 0,
      status: 'unchanged',
      upload
    })
    expect(await held()).toBe(was)
  })

  it('keeps nothing of a dry run, not even the organisation', async () => {
    const was = await held()
    expect(await imported('before.csv', before, '--wave', 'before', '--dry-run')).toMatchObject({
      rows: { used: 6 },
      submissions: { added: 6 }
    })
    expect(await held()).toBe(was)
    await imported('before.csv', before, '--wave', 'before')
    const kept = await held()
    await imported('after.csv', after, '--wave', 'after', '--cohort', 'New', '--dry-run')
    expect(await held()).toBe(kept)
  })

  it.each([
    ['nothing in it', ''],
    ['an unclosed quote', 'code,UCLA_1,UCLA_2,UCLA_3\na,"1,2,3\nb,1,2,3\n'],
    ['no wave', before]
  ])('keeps nothing of a file with %s, not even the organisation, and fails', async (_, content) => {
    const was = await held()
    const path = await kith.file('bad.csv', content)
    const { status, document, stderr } = await kith.json('import', path, ...into)
    expect(status).toBe(1)
    expect(document.status).toBe('refused')
    expect(document.problems.length).toBeGreaterThan(0)
    expect(stderr).toContain('bad.csv')
    expect(await held()).toBe(was)
  })

  it('takes an upload back, once', async () => {
    const { upload } = await imported('before.csv', before, '--wave', 'before')
    const { status, document } = await kith.json('undo', upload)
    expect(status).toBe(0)
    expect(document).toMatchObject({ upload, status: 'undone', submissions: { removed: 6 }, published: { team: 2 } })
    expect((await exact()).measures).toEqual([])
    const again = await kith.run('undo', upload, '--json')
    expect(again).toMatchObject({ status: 1, stdout: '', stderr: `There is no committed upload ${upload}.\n` })
    expect(await imported('before.csv', before, '--wave', 'before')).toMatchObject({ submissions: { added: 6 } })
  })

  describe('with a measure of one’s own', () => {
    const belonging = {
      ...{ id: 'my-belonging-2', name: 'Belonging, two questions', construct: 'belonging', better: 'higher' },
      codes: { min: 1, max: 5 },
      items: [{ key: 'welcome' }, { key: 'outsider', reverse: true }],
      scoring: { rule: 'sum' },
      scale: { min: 2, max: 10 }
    }
    const mapping = {
      participant: { column: 'code' },
      wave: { column: 'when', values: { pre: 'before', post: 'after' } }
    }

    it('scores its answers, one question asked the other way round', async () => {
      const options = [
        ...['--measure', await kith.file('belonging.json', belonging)],
        ...[
          '--mapping',
          await kith.file('m.json', { ...mapping, instruments: [{ instrument: belonging.id, items: ['w', 'o'] }] })
        ]
      ]
      // Reversed outsider is 6 - o: before 3 + 2 and 4 + 1, after 5 + 5 and 4 + 4.
      const rows = 'code,when,w,o\na,pre,3,4\nb,pre,4,5\na,post,5,1\nb,post,4,2\n'
      expect(await imported('belonging.csv', rows, ...options)).toMatchObject({ rows: { used: 4 } })
      expect((await exact()).measures).toMatchObject([
        {
          instrument: 'my-belonging-2',
          better: 'higher',
          range: [2, 10],
          pairs: [{ pre: { mean: 5 }, post: { mean: 9 }, change: { mean: 4 } }]
        }
      ])
    })

    it('keeps decimals of a ready-made total, and knows the measure the next time', async () => {
      const total = {
        ...belonging,
        id: 'who-total',
        codes: undefined,
        items: [],
        scoring: { rule: 'total' },
        scale: { min: 0, max: 10 }
      }
      const own = [
        '--mapping',
        await kith.file('m.json', { ...mapping, instruments: [{ instrument: 'who-total', total: 't' }] })
      ]
      const measure = ['--measure', await kith.file('total.json', total)]
      expect(
        await imported('t.csv', 'code,when,t\na,pre,3.25\na,post,4.5\nb,pre,5\nb,post,5.75\n', ...own, ...measure)
      ).toMatchObject({ rows: { used: 4 } })
      expect((await exact()).measures[0].pairs[0]).toMatchObject({
        pre: { mean: 4.125 },
        post: { mean: 5.125 },
        change: { mean: 1 }
      })
      expect(await imported('more.csv', 'code,when,t\nc,pre,1.5\n', ...own)).toMatchObject({ rows: { used: 1 } })
      expect(await imported('wrong.csv', 'code,when,t\nd,pre,10.5\ne,pre,"3,5x"\nf,pre,2\n', ...own)).toMatchObject({
        rows: { used: 1, setAside: 2 },
        problems: [
          { row: 2, column: 't', code: 'out-of-range' },
          { row: 3, column: 't', code: 'not-a-number' }
        ]
      })
    })

    it.each([
      ['a better that is no direction', { better: 'upwards' }, 'better'],
      ['a field that there is not', { colour: 'red' }, 'colour'],
      ['no scale', { scale: undefined }, 'scale'],
      ['a scoring rule that there is not', { scoring: { rule: 'guess' } }, 'scoring']
    ])('refuses %s, naming the field and the file', async (_, change, field) => {
      const path = await kith.file('mine.json', { ...belonging, ...change })
      const csv = await kith.file('b.csv', before)
      const { status, stdout, stderr } = await kith.run('import', csv, ...into, '--measure', path, '--json')
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
      expect(stderr).toContain('mine.json')
      expect(stderr).toContain(field)
    })

    it('refuses another definition under a known id and version', async () => {
      const own = [
        '--mapping',
        await kith.file('m.json', { ...mapping, instruments: [{ instrument: belonging.id, items: ['w', 'o'] }] })
      ]
      const first = ['--measure', await kith.file('one.json', belonging)]
      await imported('a.csv', 'code,when,w,o\na,pre,3,4\n', ...own, ...first)
      const was = await held()
      const other = await kith.file('two.json', { ...belonging, better: 'lower' })
      const csv = await kith.file('b.csv', 'code,when,w,o\nb,pre,3,4\n')
      const { status, stderr } = await kith.run('import', csv, ...into, ...own, '--measure', other)
      expect(status).toBe(1)
      expect(stderr).toContain('my-belonging-2')
      expect(await held()).toBe(was)
    })
  })
})
