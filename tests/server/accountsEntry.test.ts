import { describe, expect, it } from 'vitest'
import { addressBlock } from '#lib/server/accounts/addressBlock.ts'
import { randomFirstRunCode } from '#lib/server/accounts/firstRunCode.ts'
import { requireUser } from '#lib/server/accounts/requireUser.ts'
import { returnPath } from '#lib/server/accounts/returnPath.ts'
import { errorRecord } from '#lib/server/web/errorRecord.ts'
import { isForeignWrite } from '#lib/server/web/isForeignWrite.ts'
import { setSecurityHeaders } from '#lib/server/web/securityHeaders.ts'

describe('where to go on after signing in', () => {
  it.each(['/', '/organisations/7/programs/3', '/uploads?step=2&name=a%20b'])('is %s as asked', (path) => {
    expect(returnPath(path)).toBe(path)
  })

  it.each([
    null,
    '',
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    '/./\\elsewhere.example',
    '/.//elsewhere.example',
    '/..//elsewhere.example',
    '/a/..//elsewhere.example',
    'javascript:alert(1)',
    ' /x'
  ])('is the first page for %j, which leads elsewhere or nowhere', (asked) => {
    const path = returnPath(asked)
    expect(new URL(path, 'http://here.example').origin).toBe('http://here.example')
    expect(path).toBe('/')
  })
})

describe('a page for users', () => {
  const visit = (method: string, url: string) => ({
    locals: { user: null },
    url: new URL(url),
    request: new Request(url, { method })
  })

  it('sends whoever is not signed in to sign in, and back', () => {
    expect(() => requireUser(visit('GET', 'http://here.example/p?year=2026'))).toThrow(
      expect.objectContaining({ status: 303, location: '/sign-in?to=%2Fp%3Fyear%3D2026' })
    )
  })

  it('sends a write back to the page alone, because what was written is gone', () => {
    expect(() => requireUser(visit('POST', 'http://here.example/p?/publish'))).toThrow(
      expect.objectContaining({ status: 303, location: '/sign-in?to=%2Fp' })
    )
  })

  it('knows who is signed in', () => {
    const user = { id: '1', email: 'ada@example.org', name: 'Ada' }
    expect(requireUser({ ...visit('GET', 'http://here.example/'), locals: { user } })).toBe(user)
  })
})

describe('the block of an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2:0:0:0:9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown']
  ])('of %s is %s', (address, block) => {
    expect(addressBlock(address)).toBe(block)
  })
})

describe('a first-run code', () => {
  it('is four groups of five signs, none of them easily mistaken', () => {
    for (let drawn = 0; drawn < 200; drawn++) {
      expect(randomFirstRunCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/)
    }
  })
})

describe('a write', () => {
  const request = (method: string, origin?: string) =>
    new Request('http://here.example/x', { method, headers: origin === undefined ? {} : { origin } })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
    'by %s counts only when it comes from a page of this server',
    (method) => {
      expect(isForeignWrite(request(method, 'http://here.example'), 'http://here.example')).toBe(false)
      for (const origin of [
        undefined,
        'null',
        'http://elsewhere.example',
        'https://here.example',
        'http://here.example:81'
      ]) {
        expect(isForeignWrite(request(method, origin), 'http://here.example')).toBe(true)
      }
    }
  )

  it('is not what reading is', () => {
    expect(isForeignWrite(request('GET', 'http://elsewhere.example'), 'http://here.example')).toBe(false)
  })
})

describe('the record of an error', () => {
  const place = { id: 'one', at: new Date('2026-01-02T03:04:05Z'), status: 500, method: 'POST', route: '/p/[id]' }

  it('says where and what kind, and quotes nothing', () => {
    const answer = 'Canary Quill'
    const error = new TypeError(`invalid input: "${answer}"\n    at ${answer} (${answer}:1:1)\n`, {
      cause: Object.assign(new Error(`Key (name)=(${answer}) exists`), { code: '23505', detail: answer })
    })
    const record = errorRecord(error, place)
    expect(record).toMatchObject({
      event: 'error',
      id: 'one',
      at: '2026-01-02T03:04:05.000Z',
      route: '/p/[id]',
      name: 'TypeError',
      code: null,
      cause: { name: 'Error', code: '23505' }
    })
    expect(record.stack[0]).toMatch(/accountsEntry\.test\.ts/)
    expect(JSON.stringify(record)).not.toContain('Canary')
  })

  it('holds for whatever was thrown', () => {
    for (const thrown of ['Canary', { Canary: 1 }, null, undefined]) {
      expect(JSON.stringify(errorRecord(thrown, place))).not.toContain('Canary')
    }
  })
})

describe('the headers of an answer', () => {
  it('forbid framing, sniffing, caching, indexing and telling other sites where one was', () => {
    const headers = new Headers()
    setSecurityHeaders(headers, { https: false })
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin'
    })
    expect(headers.has('strict-transport-security')).toBe(false)
  })

  it('leave a page the policy that knows its scripts, and promise https where there is https', () => {
    const headers = new Headers({ 'content-security-policy': "script-src 'nonce-1'", 'cache-control': 'max-age=5' })
    setSecurityHeaders(headers, { https: true })
    expect(headers.get('content-security-policy')).toBe("script-src 'nonce-1'")
    expect(headers.get('cache-control')).toBe('max-age=5')
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/)
  })
})
