import type { IncomingMessage, ServerResponse } from 'node:http'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

/**
 * Sends whoever comes under another name (127.0.0.1 for localhost) to the one address there is: forms are accepted from
 * it alone, and a name that somebody else points at this server gets nothing.
 */
export function atOneAddress(handler: Handler, origin: string): Handler {
  const { host } = new URL(origin)
  return (request, response) => {
    if (request.headers.host === host) return handler(request, response)
    const path = request.url?.startsWith('/') ? request.url : '/'
    response.writeHead(308, { location: origin + path }).end()
  }
}
