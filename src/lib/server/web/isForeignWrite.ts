const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request would change something and does not say that it comes from a page of ours. Every write is asked
 * for its Origin, forms and streams alike: browsers name it on each, and other programs have no business with a
 * cookie.
 */
export function isForeignWrite(request: Request, origin: string): boolean {
  return !reading.has(request.method) && request.headers.get('origin') !== origin
}
