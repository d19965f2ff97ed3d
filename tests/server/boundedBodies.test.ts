import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boundedBodies } from '#lib/server/web/boundedBodies.ts'

describe('bodies of requests', () => {
  let server: Server
  let reached = 0
  beforeAll(async () => {
    const handler = boundedBodies((incoming, response) => {
      reached++
      incoming.resume()
      response.end('reached')
    })
    server = createServer(handler)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => server.close())

  function send(method: string, path: string, headers: Record<string, string | number>): Promise<number> {
    const { port } = server.address() as AddressInfo
    return new Promise((resolve, reject) => {
      const outgoing = request({ port, method, path, headers }, (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
        outgoing.destroy()
      })
      outgoing.on('error', reject)
      outgoing.flushHeaders()
    })
  }

  it('are refused by their stated length before a byte of them is read', async () => {
    const before = reached
    expect(await send('POST', '/sign-in', { 'content-length': 200_000_000 })).toBe(413)
    expect(reached).toBe(before)
  })

  it('are refused where their length is not stated', async () => {
    expect(await send('POST', '/sign-in', { 'transfer-encoding': 'chunked' })).toBe(413)
  })

  it('may be large for a survey file alone', async () => {
    expect(await send('PUT', '/o/1/uploads/file', { 'content-length': 200_000_000 })).toBe(200)
    expect(await send('PUT', '/o/1/uploads/file/../../sign-in', { 'content-length': 200_000_000 })).toBe(413)
    expect(await send('POST', '/o/1/uploads/file', { 'content-length': 200_000_000 })).toBe(413)
  })

  it('pass where they are small', async () => {
    expect(await send('POST', '/sign-in', { 'content-length': 0 })).toBe(200)
  })
})
