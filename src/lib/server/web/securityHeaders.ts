/**
 * Sets what every answer of the server says to the browser beside its content.
 * The content security policy of pages is SvelteKit's (svelte.config.js), which knows their scripts; anything else
 * that is answered may load nothing.
 *
 * Referrer-Policy is `same-origin`, not `no-referrer`: other sites learn as little, but with `no-referrer` browsers send
 * `Origin: null` with a form, which is then refused as foreign.
 */
export function setSecurityHeaders(headers: Headers, { https }: { https: boolean }): void {
  const always = {
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'x-robots-tag': 'noindex, nofollow'
  }
  for (const [name, value] of Object.entries(always)) headers.set(name, value)
  if (https) headers.set('strict-transport-security', 'max-age=31536000')
  const unlessSet = {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    // What a page shows belongs to who asked for it, and to no cache between.
    'cache-control': 'no-store'
  }
  for (const [name, value] of Object.entries(unlessSet)) if (!headers.has(name)) headers.set(name, value)
}
