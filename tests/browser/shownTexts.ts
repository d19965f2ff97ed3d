import type { Page } from 'playwright-core'

/** What the browser itself writes in English dates and lists, and units that every language writes so. */
const international =
  /\b(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|AM|PM|and|MB)\b/g

/**
 * What a page still says in the letters a to z, once the names that belong to no language are taken out: texts that are
 * seen, titles, and what is read out in their place.
 */
export async function latinTexts(page: Page, names: readonly string[]): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const spoken = ['aria-label', 'aria-description', 'aria-valuetext', 'alt', 'placeholder', 'title']
    const attributes = [...document.querySelectorAll('body *')].flatMap((element) =>
      spoken.map((name) => element.getAttribute(name) ?? '')
    )
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = [document.title, ...attributes]
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement
      if (parent && !parent.closest('script, style, noscript')) found.push(walker.currentNode.textContent ?? '')
    }
    return found.map((text) => text.trim())
  })
  const longestFirst = [...names].sort((a, b) => b.length - a.length)
  return [...new Set(texts)].filter((text) => {
    const rest = longestFirst.reduce((left, name) => left.replaceAll(name, ''), text).replace(international, '')
    return /[a-z]/i.test(rest)
  })
}

/** Texts that are wider than the box they stand in, where that box neither scrolls nor lets them out. */
export function clippedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const text = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
        const { display, overflowX } = getComputedStyle(element)
        if (!text || display.startsWith('inline') || ['auto', 'scroll'].includes(overflowX)) return false
        if (element.closest('.visually-hidden, select, script, style, noscript, svg title, svg desc')) return false
        return element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1
      })
      .map((element) => `<${element.localName}> ${element.textContent?.trim().slice(0, 80)}`)
  )
}
