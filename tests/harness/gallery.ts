import { join } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { projectFolder } from '#lib/server/dataFolder.ts'

/** Nothing serves this name: requests to it are answered from memory. */
const origin = 'http://gallery.test'

/** The policy of the real pages, so that a chart that breaks it is seen to break. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'"

export interface Gallery {
  /** Shows one state of the charts in a page; returns when its type has arrived and it stands still. */
  show(page: Page, state: string, look?: { theme?: 'light' | 'dark'; direction?: 'ltr' | 'rtl' }): Promise<void>
}

/**
 * The charts without the server around them: the development page's examples, bundled once, in memory. The page of the
 * app itself exists in development only, and charts need no more than a release.
 */
export async function buildGallery(): Promise<Gallery> {
  const root = join(projectFolder, 'tests', 'browser', 'gallery')
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
    define: { 'import.meta.env.DEV': 'true' },
    build: { write: false, minify: false, assetsInlineLimit: 0, rolldownOptions: { input: join(root, 'index.html') } }
  })
  const files = new Map<string, string | Uint8Array>()
  for (const part of Array.isArray(result) ? result : [result]) {
    if (!('output' in part)) throw new Error('the gallery was watched, not built')
    for (const file of part.output) files.set(`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source)
  }
  return {
    async show(page, state, { theme = 'light', direction = 'ltr' } = {}) {
      await page.route(`${origin}/**`, (route) => {
        const { pathname } = new URL(route.request().url())
        const body = files.get(pathname)
        if (body === undefined) return route.fulfill({ status: 404 })
        return route.fulfill({
          body: Buffer.from(body),
          contentType: typeOf(pathname),
          headers: { 'content-security-policy': policy }
        })
      })
      await page.goto(`${origin}/index.html?${new URLSearchParams({ state, theme, direction })}`)
      await page.locator('main section').waitFor()
      await page.evaluate(() => document.fonts.ready)
    }
  }
}

function typeOf(path: string): string {
  const types: Record<string, string> = {
    html: 'text/html',
    js: 'text/javascript',
    css: 'text/css',
    woff2: 'font/woff2'
  }
  return types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
}
