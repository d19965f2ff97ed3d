import type { Cookies } from '@sveltejs/kit'
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies'

/** Sets on the answer to the browser the cookies that better-auth wrote into `headers`. */
export function applyCookies(cookies: Cookies, headers: Headers): void {
  for (const header of headers.getSetCookie()) {
    for (const [name, attributes] of parseSetCookieHeader(header)) {
      cookies.set(name, attributes.value, { ...toCookieOptions(attributes), path: attributes.path ?? '/' })
    }
  }
}
