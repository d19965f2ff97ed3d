import { error } from '@sveltejs/kit'
import { dev } from '$app/environment'
import { releasedExample } from '#lib/server/releases/releasedExample.ts'
import type { PageServerLoad } from './$types'

/** Every state of the charts, for those who change them; no such page exists outside development. */
export const load: PageServerLoad = async ({ url }) => {
  if (!dev) error(404)
  const { examples, exampleRelease } = await import('./examples.ts')
  return {
    names: examples.map(({ name }) => name),
    release: releasedExample(exampleRelease),
    direction: url.searchParams.get('dir') === 'rtl' ? ('rtl' as const) : ('ltr' as const)
  }
}
