import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readKeys } from '#lib/server/keys.ts'

describe('the keys', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kith-keys-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('are made once, whole, and for their owner alone', async () => {
    const first = await readKeys(folder)
    expect(await readKeys(folder)).toEqual(first)
    expect(first.pseudonym).toHaveLength(32)
    expect(first.spool).toHaveLength(32)
    expect(new Set(Object.values(first.passwords)).size).toBe(4)
    expect((await stat(join(folder, 'keys.json'))).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['keys.json'])
  })

  it('are the same for all who ask at the same instant', async () => {
    const asked = await Promise.all(Array.from({ length: 50 }, () => readKeys(folder)))
    expect(new Set(asked.map(({ authSecret }) => authSecret)).size).toBe(1)
    expect(await readdir(folder)).toEqual(['keys.json'])
  })

  it('are never replaced when their file is damaged: that is refused, by place and without the keys', async () => {
    const { authSecret } = await readKeys(folder)
    const path = join(folder, 'keys.json')
    const whole = await readFile(path, 'utf8')
    for (const damaged of ['', whole.slice(0, -20), whole.replace('"spool"', '"spoon"')]) {
      await writeFile(path, damaged)
      const refused = readKeys(folder)
      await expect(refused).rejects.toThrow(path)
      await expect(refused).rejects.not.toThrow(authSecret)
      expect(await readFile(path, 'utf8')).toBe(damaged)
    }
  })
})
