import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ByteSource } from '#lib/reading/byteSource.ts'

/**
 * A received file waits on disk, encrypted, until it is committed or swept. Frames of up to 64 KiB, each sealed by
 * AES-256-GCM with its place in the file, so that neither order nor end can be changed unseen:
 *
 *   salt (16) | length (4) sealed bytes tag (16) | length (4) sealed bytes tag (16) | ... | 0 (4) tag (16)
 *
 * The key is derived from the spool key and the salt, for this file alone; the nonce is the frame's number.
 */
const frameBytes = 64 * 1024
const saltBytes = 16
const tagBytes = 16

export class FileTooLarge extends Error {
  override name = 'FileTooLarge'
}

/** Writes a stream to `path`. Bytes are never held whole. Throws FileTooLarge past `limit` bytes and leaves no file. */
export async function writeSpool(
  path: string,
  key: Buffer,
  source: AsyncIterable<Uint8Array>,
  limit: number
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  await writeSealed(path, key, async function* () {
    for await (const chunk of source) {
      bytes += chunk.byteLength
      if (bytes > limit) throw new FileTooLarge(`more than ${limit} bytes`)
      hash.update(chunk)
      yield chunk
    }
  })
  return { bytes, sha256: hash.digest('hex') }
}

async function writeSealed(path: string, key: Buffer, source: ByteSource): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
  const salt = randomBytes(saltBytes)
  const fileKey = derivedKey(key, salt)
  const file = await open(path, 'wx', 0o600)
  try {
    await file.write(salt)
    let frame = 0
    for await (const chunk of source()) {
      for (let at = 0; at < chunk.byteLength; at += frameBytes) {
        await file.write(sealed(fileKey, frame++, chunk.subarray(at, at + frameBytes)))
      }
    }
    await file.write(sealed(fileKey, frame, new Uint8Array()))
    await file.close()
  } catch (error) {
    await file.close()
    await rm(path, { force: true })
    throw error
  }
}

/** Reads a spool back, from the start each time it is called. Throws where the file was changed or cut short. */
export function readSpool(path: string, key: Buffer): ByteSource {
  return async function* () {
    const file = await open(path, 'r')
    try {
      const salt = await exactly(file, saltBytes)
      const fileKey = derivedKey(key, salt)
      for (let frame = 0; ; frame++) {
        const length = (await exactly(file, 4)).readUInt32BE()
        if (length > frameBytes) throw new Error('The spooled file is damaged.')
        const body = await exactly(file, length + tagBytes)
        const decipher = createDecipheriv('aes-256-gcm', fileKey, nonce(frame))
        decipher.setAAD(Buffer.from([length === 0 ? 1 : 0]))
        decipher.setAuthTag(body.subarray(length))
        const plain = Buffer.concat([decipher.update(body.subarray(0, length)), decipher.final()])
        if (length === 0) return
        yield plain
      }
    } finally {
      await file.close()
    }
  }
}

/** Removes the spools of uploads that nobody came back to; returns how many. */
export async function sweepSpools(folder: string, olderThan: Date): Promise<number> {
  let swept = 0
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    if ((await stat(path)).mtime < olderThan) {
      await rm(path, { force: true })
      swept++
    }
  }
  return swept
}

async function exactly(file: Awaited<ReturnType<typeof open>>, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled)
    if (bytesRead === 0) throw new Error('The spooled file was cut short.')
    filled += bytesRead
  }
  return buffer
}

function sealed(key: Buffer, frame: number, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce(frame))
  cipher.setAAD(Buffer.from([plain.byteLength === 0 ? 1 : 0]))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(plain.byteLength)
  return Buffer.concat([length, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function derivedKey(key: Buffer, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, 'kith spool', 32))
}

function nonce(frame: number): Buffer {
  const buffer = Buffer.alloc(12)
  buffer.writeBigUInt64BE(BigInt(frame), 4)
  return buffer
}
