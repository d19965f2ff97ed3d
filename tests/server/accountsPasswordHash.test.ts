import { describe, expect, it } from 'vitest'
import { hashPassword, verifyPassword } from '#lib/server/accounts/passwordHash.ts'

describe('a password hash', () => {
  // The vectors of Argon2's reference implementation (github.com/P-H-C/phc-winner-argon2, src/test.c, Argon2id, v=19).
  it.each([
    ['password', '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'],
    ['password', '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'],
    ['password', '$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc'],
    ['password', '$argon2id$v=19$m=65536,t=1,p=1$c29tZXNhbHQ$9qWtwbpyPd3vm1rB1GThgPzZ3/ydHL92zKL+15XZypg'],
    ['differentpassword', '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94']
  ])('of the reference implementation for "%s" verifies, and not for another', async (password, hash) => {
    expect(await verifyPassword({ hash, password })).toBe(true)
    expect(await verifyPassword({ hash, password: `${password}!` })).toBe(false)
  })

  it('has a salt of its own each time, and verifies', async () => {
    const [first, second] = await Promise.all([
      hashPassword('a garden in the rain'),
      hashPassword('a garden in the rain')
    ])
    expect(first).not.toBe(second)
    expect(await verifyPassword({ hash: first, password: 'a garden in the rain' })).toBe(true)
  })

  it('is the same however a keyboard composes its accents', async () => {
    const hash = await hashPassword('caf\u00e9 au lait deux')
    expect(await verifyPassword({ hash, password: 'cafe\u0301 au lait deux' })).toBe(true)
  })

  it('that is none verifies nothing', async () => {
    for (const hash of ['', 'password', '$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$AAAA']) {
      expect(await verifyPassword({ hash, password: 'password' })).toBe(false)
    }
  })
})
