import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'kith-oracle-'))
afterAll(() => rmSync(folder, { recursive: true }))

function oracle(...given: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/oracle.ts', ...given], { encoding: 'utf8' })
  return { status, lines: stdout.trimEnd().split('\n'), stderr }
}

function file(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

/** R: t.test(c(6, 10), c(5, 7), paired = TRUE) */
const pair = {
  id: 'pair',
  kind: 'paired',
  input: { pre: [5, 7], post: [6, 10], better: 'higher', reliability: null },
  expected: {
    n_paired: 2,
    t_test: { t: 2, df: 1, p: 0.295167235300866, ci_lo: -10.7062047361747, ci_hi: 14.7062047361747 }
  },
  rel_tol: 1e-9
}

describe('npm run oracle', () => {
  it('passes the reference numbers carried over from R and the worked scores', () => {
    const { status, lines } = oracle(
      'tests/domain/statistics/paired.vectors.json',
      'tests/domain/scoring/scoring.vectors.json'
    )
    expect(lines).toEqual(['31 passed, 0 failed'])
    expect(status).toBe(0)
  })
  it('compares just the keys asked for, and names what differs', () => {
    const right = file('right.json', { cases: [pair] })
    expect(oracle(right, '--only', 'n_paired,t_test')).toMatchObject({ status: 0, lines: ['1 passed, 0 failed'] })
    const wrong = file('wrong.json', { cases: [{ ...pair, expected: { n_paired: 3 } }] })
    expect(oracle(wrong, '--only', 'n_paired')).toMatchObject({
      status: 1,
      lines: ['pair (paired): n_paired: expected 3, got 2', '0 passed, 1 failed']
    })
  })
  it('fails a figure that the reference says is undefined', () => {
    const path = file('undefined.json', { cases: [{ ...pair, expected: { t_test: null } }] })
    const { status, lines } = oracle(path, '--only', 't_test')
    expect(status).toBe(1)
    expect(lines[0]).toContain('t_test: expected undefined, got {"t":2')
  })
  it('fails a kind that is not built and an instrument that is not in the catalogue', () => {
    const path = file('unknown.json', { cases: [{ ...pair, kind: 'tarot' }] })
    expect(oracle(path).lines).toEqual([
      'pair (tarot): no function is built for the kind "tarot"',
      '0 passed, 1 failed'
    ])
    const scoring = file('scoring.json', {
      vectors: [{ instrument: 'iq', vector: 'one', answers: [1], expected: { total: 1 } }]
    })
    expect(oracle(scoring)).toMatchObject({
      status: 1,
      lines: [expect.stringContaining('catalogue'), '0 passed, 1 failed']
    })
  })
  it('compares only the keys present in scoring files', () => {
    const vector = { instrument: 'ucla-3', vector: 'one', answers: [2, 3, 1], expected: { total: 6 } }
    expect(oracle(file('few.json', { vectors: [vector] })).status).toBe(0)
    const raw = { ...vector, expected: { raw: 6 } }
    expect(oracle(file('raw.json', { vectors: [raw] })).lines[0]).toBe('ucla-3 one: raw: expected 6, got undefined')
  })
  it('says when it was asked wrongly, or for a key that stands nowhere, or for what is not a file of vectors', () => {
    expect(oracle().status).toBe(2)
    expect(oracle(file('one.json', { cases: [pair] }), '--only', 'tset')).toMatchObject({ status: 2 })
    expect(oracle(file('no.json', 'not json')).status).toBe(1)
    expect(oracle(join(folder, 'absent.json')).stderr).toContain('absent.json')
  })
})
