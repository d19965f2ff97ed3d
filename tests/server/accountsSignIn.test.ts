import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAuth, sessionLongestSeconds, type Auth } from '#lib/server/accounts/auth.ts'
import { findSession, signOut } from '#lib/server/accounts/findSession.ts'
import type { IdentityDatabase } from '#lib/server/accounts/identityDatabase.ts'
import { insertUser } from '#lib/server/accounts/insertUser.ts'
import { signIn, signInLimits } from '#lib/server/accounts/signIn.ts'
import { connect } from '#lib/server/database/connect.ts'
import { cloneDatabase } from '../harness/testDatabase.ts'

const secret = 'wPz3uVx9qL2mNb7rTc5yHd8sKf4gJa6eQ1oZiX0lUvM'
const origin = 'http://localhost:3000'
const ada = { name: 'Ada', email: 'Ada@Example.org', password: 'a garden in the rain' }
const address = '192.0.2.7'

describe('accounts', () => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>
  let identity: Kysely<IdentityDatabase>
  let place: { auth: Auth; identity: Kysely<IdentityDatabase> }
  let userId: string

  beforeEach(async () => {
    database = await cloneDatabase()
    identity = connect<IdentityDatabase>(database.identityUrl)
    place = { auth: createAuth({ identity, secret, origin }), identity }
    userId = await insertUser(identity, ada)
  })
  afterEach(async () => {
    await identity.destroy()
    await database.drop()
  })

  async function signedIn(): Promise<Headers> {
    const result = await signIn(place, { ...ada, address })
    if (result.outcome !== 'signed-in') throw new Error(result.outcome)
    return result.headers
  }

  /** The request that a browser sends which was given these cookies. */
  function requestWith(headers: Headers): Headers {
    const cookies = headers.getSetCookie().map((cookie) => cookie.split(';')[0])
    return new Headers({ cookie: cookies.join('; ') })
  }

  it('sign in with the e-mail however it is written, and are recognised by the cookie', async () => {
    const { user } = await findSession(place, requestWith(await signedIn()))
    expect(user).toEqual({ id: userId, email: 'ada@example.org', name: 'Ada' })
  })

  it('are refused alike for a wrong password, an unknown e-mail, no e-mail and an endless password', async () => {
    const attempts = [
      { email: ada.email, password: 'a garden in the snow' },
      { email: 'nobody@example.org', password: ada.password },
      { email: 'not an address', password: ada.password },
      { email: ada.email, password: 'x'.repeat(1000) },
      { email: ada.email, password: '' }
    ]
    for (const attempt of attempts) {
      expect(await signIn(place, { ...attempt, address })).toEqual({ outcome: 'refused' })
    }
  })

  it('keep no password, only an Argon2id hash of it', async () => {
    const kept = await identity.selectFrom('identity.account').selectAll().execute()
    expect(kept).toMatchObject([{ provider_id: 'credential', account_id: userId }])
    expect(kept[0]?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(JSON.stringify(kept)).not.toContain(ada.password)
  })

  it('get a cookie that scripts cannot read and other sites do not send', async () => {
    const cookies = (await signedIn()).getSetCookie()
    expect(cookies).toHaveLength(1)
    const [cookie = ''] = cookies
    expect(cookie).toMatch(/^kith_session=/)
    expect(cookie).toMatch(/; HttpOnly/)
    expect(cookie).toMatch(/; SameSite=Lax/)
    expect(cookie).toMatch(/; Path=\//)
    expect(cookie).not.toMatch(/; (Secure|Domain)/i)
  })

  it('get a __Host- cookie over https', async () => {
    place.auth = createAuth({ identity, secret, origin: 'https://kith.example.org' })
    const headers = await signedIn()
    const [cookie = ''] = headers.getSetCookie()
    // The prefix binds: Secure, Path=/ and no Domain, or the browser drops the cookie.
    expect(cookie).toMatch(/^__Host-kith_session=/)
    expect(cookie).toMatch(/; Secure/)
    expect(cookie).toMatch(/; HttpOnly/)
    expect(cookie).toMatch(/; SameSite=Lax/)
    expect(cookie).toMatch(/; Path=\/(;|$)/)
    expect(cookie).not.toMatch(/; Domain/i)
    expect((await findSession(place, requestWith(headers))).user?.id).toBe(userId)
  })

  it('get a new session at each sign-in, and a made-up or foreign cookie opens none', async () => {
    const first = requestWith(await signedIn()).get('cookie')
    const second = requestWith(await signedIn()).get('cookie')
    expect(first).not.toBe(second)
    const [row] = await identity.selectFrom('identity.session').select('token').execute()
    const unsigned = `kith_session=${row?.token}`
    const elsewhere = { auth: createAuth({ identity, secret: secret.toLowerCase(), origin }), identity }
    expect((await findSession(place, new Headers({ cookie: unsigned }))).user).toBeNull()
    expect((await findSession(place, new Headers({ cookie: `${unsigned}.${'A'.repeat(43)}%3D` }))).user).toBeNull()
    expect((await findSession(elsewhere, new Headers({ cookie: first ?? '' }))).user).toBeNull()
    expect((await findSession(place, new Headers())).user).toBeNull()
  })

  it('are signed out on the server and not only in the browser', async () => {
    const request = requestWith(await signedIn())
    const headers = await signOut(place.auth, request)
    expect(headers.getSetCookie().find((cookie) => cookie.startsWith('kith_session='))).toMatch(/Max-Age=0/)
    expect((await findSession(place, request)).user).toBeNull()
    expect(await identity.selectFrom('identity.session').selectAll().execute()).toEqual([])
  })

  it('lose a session that nobody used, and one that has lasted its longest', async () => {
    const unused = requestWith(await signedIn())
    await identity
      .updateTable('identity.session')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .execute()
    expect((await findSession(place, unused)).user).toBeNull()

    const old = requestWith(await signedIn())
    const created_at = new Date(Date.now() - (sessionLongestSeconds + 60) * 1000)
    await identity.updateTable('identity.session').set({ created_at }).execute()
    const found = await findSession(place, old)
    expect(found.user).toBeNull()
    expect(found.headers.getSetCookie().join()).toMatch(/kith_session=;.*Max-Age=0/)
    expect(await identity.selectFrom('identity.session').selectAll().execute()).toEqual([])
  })

  it('are recognised no more once their user is removed', async () => {
    const request = requestWith(await signedIn())
    await identity.deleteFrom('identity.user').where('id', '=', userId).execute()
    expect((await findSession(place, request)).user).toBeNull()
  })

  it('keep neither address nor browser of a session', async () => {
    await signedIn()
    const [row] = await identity.selectFrom('identity.session').selectAll().execute()
    expect(row?.ip_address ?? '').toBe('')
    expect(row?.user_agent ?? '').toBe('')
  })

  it('cannot be made by signing up, through the function or over HTTP', async () => {
    const body = { name: 'Eve', email: 'eve@example.org', password: 'let me in, please' }
    await expect(place.auth.api.signUpEmail({ body })).rejects.toMatchObject({ statusCode: 400 })
    const response = await place.auth.handler(
      new Request(`${origin}/api/auth/sign-up/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify(body)
      })
    )
    expect(response.status).toBe(400)
    const users = await identity.selectFrom('identity.user').select('email').execute()
    expect(users).toEqual([{ email: 'ada@example.org' }])
  })

  describe('under attack', () => {
    let otherConnection: Kysely<IdentityDatabase>
    let otherPlace: typeof place

    beforeEach(() => {
      otherConnection = connect<IdentityDatabase>(database.identityUrl)
      otherPlace = { auth: createAuth({ identity: otherConnection, secret, origin }), identity: otherConnection }
    })
    afterEach(() => otherConnection.destroy())

    const outcomes = async (attempts: { email: string; password: string; address: string }[]) => {
      const results = await Promise.all(
        attempts.map((attempt, number) => signIn(number % 2 ? place : otherPlace, attempt))
      )
      return (wanted: string) => results.filter(({ outcome }) => outcome === wanted).length
    }

    it('let two processes together take as many passwords for one account as one may, from any address', async () => {
      const count = await outcomes(
        Array.from({ length: 40 }, (_, n) => ({ email: ada.email, password: `guess ${n}`, address: `192.0.2.${n}` }))
      )
      expect(count('refused')).toBe(signInLimits.account.max)
      expect(count('too-many')).toBe(40 - signInLimits.account.max)
      const late = await signIn(place, { ...ada, address: '198.51.100.1' })
      expect(late).toMatchObject({ outcome: 'too-many' })
      if (late.outcome === 'too-many') expect(late.retryAfter).toBeGreaterThan(0)
    })

    it('let an address try many accounts no more often than it may', async () => {
      const count = await outcomes(
        Array.from({ length: 80 }, (_, n) => ({ email: `person${n}@example.org`, password: 'a guess', address }))
      )
      expect(count('refused')).toBe(signInLimits.address.max)
      expect(count('too-many')).toBe(80 - signInLimits.address.max)
    })

    it('are open again when the window has passed', async () => {
      const guess = { email: ada.email, password: 'a guess', address }
      await outcomes(Array.from({ length: signInLimits.account.max + 1 }, () => guess))
      const started_at = new Date(Date.now() - (signInLimits.account.window + 1) * 1000)
      await identity.updateTable('identity.attempt').set({ started_at }).execute()
      expect((await signIn(place, { ...ada, address })).outcome).toBe('signed-in')
    })

    it('forget the mistypings of who then signs in', async () => {
      const guess = { email: ada.email, password: 'a guess', address }
      for (let round = 0; round < 3; round++) {
        await outcomes(Array.from({ length: signInLimits.account.max - 1 }, () => guess))
        expect((await signIn(place, { ...ada, address })).outcome).toBe('signed-in')
      }
    })

    it('keep neither e-mail nor address in the count', async () => {
      await signIn(place, { email: 'nobody@example.org', password: 'a guess', address })
      const kept = JSON.stringify(await identity.selectFrom('identity.attempt').selectAll().execute())
      expect(kept).not.toContain('nobody')
      expect(kept).not.toContain(address)
    })
  })
})
