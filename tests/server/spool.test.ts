import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FileTooLarge, readSpool, sweepSpools, writeSpool } from '#lib/server/uploads/spool.ts'

const key = Buffer.alloc(32, 7)
const unlimited = 1e9

async function* inChunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size)
}

describe('a spooled file', () => {
  let folder: string
  let path: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kith-spool-'))
    path = join(folder, 'spool', 'one')
  })
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  async function read(withKey = key): Promise<Buffer> {
    const chunks = []
    for await (const chunk of readSpool(path, withKey)()) chunks.push(chunk)
    return Buffer.concat(chunks)
  }

  /** Three frames and a half, as bytes that say their own place. */
  const content = Buffer.from(Array.from({ length: 30_000 }, (_, row) => `${row},canary@example.org\n`).join(''))

  it.each([1, 1000, 65_536, 65_537, 1_000_000])('comes back as it went in, in pieces of %i bytes', async (size) => {
    const bytes = size === 1 ? content.subarray(0, 500) : content
    const { bytes: count, sha256 } = await writeSpool(path, key, inChunks(bytes, size), unlimited)
    expect(count).toBe(bytes.byteLength)
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect((await read()).equals(bytes)).toBe(true)
    expect((await read()).equals(bytes)).toBe(true)
  })

  it('may be empty', async () => {
    await writeSpool(path, key, inChunks(Buffer.alloc(0), 1), unlimited)
    expect((await read()).byteLength).toBe(0)
  })

  it('stands on disk with nothing of it readable, for its owner alone', async () => {
    await writeSpool(path, key, inChunks(content, 65_536), unlimited)
    const onDisk = await readFile(path)
    expect(onDisk.includes('canary')).toBe(false)
    expect(onDisk.includes('example')).toBe(false)
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('never looks the same twice', async () => {
    await writeSpool(path, key, inChunks(content, 65_536), unlimited)
    const first = await readFile(path)
    await rm(path)
    await writeSpool(path, key, inChunks(content, 65_536), unlimited)
    expect((await readFile(path)).subarray(20, 60).equals(first.subarray(20, 60))).toBe(false)
  })

  it('is refused under another key', async () => {
    await writeSpool(path, key, inChunks(content, 65_536), unlimited)
    await expect(read(randomBytes(32))).rejects.toThrow()
  })

  describe('that was tampered with', () => {
    const frame = 4 + 65_536 + 16
    beforeEach(async () => {
      await writeSpool(path, key, inChunks(content, 65_536), unlimited)
    })

    it.each([
      ['the salt', 3],
      ['a length', 16],
      ['the first cell', 21],
      ['a seal', 16 + 4 + 65_536],
      ['the second frame', 16 + frame + 100]
    ])('is refused for one bit in %s', async (_, at) => {
      const bytes = await readFile(path)
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
      await writeFile(path, bytes)
      await expect(read()).rejects.toThrow()
    })

    it('is refused where two frames changed places', async () => {
      const bytes = await readFile(path)
      const swapped = Buffer.concat([
        bytes.subarray(0, 16),
        bytes.subarray(16 + frame, 16 + 2 * frame),
        bytes.subarray(16, 16 + frame),
        bytes.subarray(16 + 2 * frame)
      ])
      await writeFile(path, swapped)
      await expect(read()).rejects.toThrow()
    })

    it.each([
      ['between two frames', () => 16 + frame],
      ['within a frame', () => 16 + frame + 9],
      ['before the salt ends', () => 5],
      ['just before its end', (size: number) => size - 1],
      ['where only the mark of its end is missing', (size: number) => size - 20]
    ])('is refused where it was cut %s', async (_, lengthOf) => {
      await truncate(path, lengthOf((await stat(path)).size))
      await expect(read()).rejects.toThrow()
    })

    it('is refused where an early end was made of its own last frame', async () => {
      const bytes = await readFile(path)
      await writeFile(path, Buffer.concat([bytes.subarray(0, 16 + frame), bytes.subarray(-20)]))
      await expect(read()).rejects.toThrow()
    })
  })

  it('is not left behind where it is larger than the limit', async () => {
    await expect(writeSpool(path, key, inChunks(content, 65_536), content.byteLength - 1)).rejects.toThrow(FileTooLarge)
    expect(await readdir(join(folder, 'spool'))).toEqual([])
    await writeSpool(path, key, inChunks(content, 65_536), content.byteLength)
    expect(await readdir(join(folder, 'spool'))).toEqual(['one'])
  })

  it('is not left behind where the sender goes away in the middle', async () => {
    const broken = async function* () {
      yield content.subarray(0, 70_000)
      throw new Error('the connection broke')
    }
    await expect(writeSpool(path, key, broken(), unlimited)).rejects.toThrow('the connection broke')
    expect(await readdir(join(folder, 'spool'))).toEqual([])
  })

  it('never overwrites another', async () => {
    await writeSpool(path, key, inChunks(content, 65_536), unlimited)
    await expect(writeSpool(path, key, inChunks(Buffer.from('other'), 5), unlimited)).rejects.toThrow()
    expect((await read()).equals(content)).toBe(true)
  })

  it('is swept once it is old, and not before', async () => {
    await writeSpool(path, key, inChunks(content, 65_536), unlimited)
    await writeSpool(join(folder, 'spool', 'two'), key, inChunks(content, 65_536), unlimited)
    const old = new Date('2026-01-01T00:00:00Z')
    await utimes(path, old, old)
    expect(await sweepSpools(join(folder, 'spool'), new Date('2026-01-02T00:00:00Z'))).toBe(1)
    expect(await readdir(join(folder, 'spool'))).toEqual(['two'])
    expect(await sweepSpools(join(folder, 'nowhere'), new Date())).toBe(0)
  })
})
