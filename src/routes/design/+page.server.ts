import { error } from '@sveltejs/kit'
import { dev } from '$app/environment'
import type { PageServerLoad } from './$types'

/** Every part of the interface in every state, for those who change it; no such page exists outside development. */
export const load: PageServerLoad = ({ url }) => {
  if (!dev) error(404)
  return { direction: url.searchParams.get('dir') === 'rtl' ? ('rtl' as const) : ('ltr' as const) }
}
