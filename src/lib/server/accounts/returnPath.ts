/** A host that no address of ours has, to resolve paths against. */
const nowhere = 'http://nowhere.invalid'

/** Where to go on after signing in: a path of this server, or the first page where `asked` is anything else. */
export function returnPath(asked: string | null): string {
  if (asked === null || !asked.startsWith('/')) return '/'
  const url = URL.parse(asked, nowhere)
  // "//elsewhere", "/\elsewhere" and tabs in between leave this server once a browser has read them.
  if (url === null || url.origin !== nowhere || url.pathname.startsWith('//')) return '/'
  return url.pathname + url.search
}
