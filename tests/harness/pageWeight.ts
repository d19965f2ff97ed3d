import { request } from 'node:http'
import { performance } from 'node:perf_hooks'
import type { Page } from 'playwright-core'

/** What one page makes a browser fetch, in bytes on the wire for a browser that takes gzip. */
export interface PageWeight {
  requests: number
  html: number
  /** Of scripts, and of styles, the gzipped bytes; fonts are compressed in themselves. */
  js: number
  css: number
  fonts: number
  /** The names of the font files, without the hash of their content. */
  fontFiles: string[]
}

/** Loads a page, with nothing of it in any cache, and weighs all that the browser fetched for it. */
export async function pageWeight(page: Page, url: string, cookie: string): Promise<PageWeight> {
  const fetched = new Map<string, string>()
  const note = (asked: { url(): string; resourceType(): string }) => fetched.set(asked.url(), asked.resourceType())
  page.on('request', note)
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.evaluate(() => document.fonts.ready)
  page.off('request', note)
  const weight: PageWeight = { requests: fetched.size, html: 0, js: 0, css: 0, fonts: 0, fontFiles: [] }
  for (const [address, type] of fetched) {
    if (address.startsWith('data:')) continue
    const bytes = (await answer(address, cookie)).bytes
    if (type === 'document') weight.html += bytes
    else if (address.endsWith('.js')) weight.js += bytes
    else if (address.endsWith('.css')) weight.css += bytes
    else if (type === 'font') {
      weight.fonts += bytes
      weight.fontFiles.push((address.split('/').at(-1) ?? '').replace(/\.[^.]+\.woff2$/, ''))
    }
  }
  weight.fontFiles.sort()
  return weight
}

/** One request as a browser would make it: the bytes of its body as they came, and milliseconds to their first. */
export function answer(url: string, cookie: string): Promise<{ status: number; bytes: number; firstByte: number }> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const asked = request(url, { headers: { 'accept-encoding': 'gzip', cookie } }, (response) => {
      let firstByte = 0
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        firstByte ||= performance.now() - start
        bytes += chunk.length
      })
      response.once('end', () => resolve({ status: response.statusCode ?? 0, bytes, firstByte }))
      response.once('error', reject)
    })
    asked.once('error', reject)
    asked.end()
  })
}
