import type { RequestEvent } from '@sveltejs/kit'

export const tourSteps = 4
const cookie = 'kith-tour'

/**
 * The step of the tour that a page shows: the one its address names, else the first, until the tour was left; `left` after
 * that.
 */
export function tourStep({ url, cookies }: Pick<RequestEvent, 'url' | 'cookies'>): number | 'left' {
  const asked = Number(url.searchParams.get('tour'))
  if (Number.isInteger(asked) && asked >= 1 && asked <= tourSteps) return asked
  return cookies.get(cookie) === 'left' ? 'left' : 1
}

/** Remembers in this browser that the tour was left. */
export function leaveTour({ cookies, url }: Pick<RequestEvent, 'url' | 'cookies'>): void {
  cookies.set(cookie, 'left', { path: '/o', maxAge: 365 * 24 * 3600, secure: url.protocol === 'https:' })
}
