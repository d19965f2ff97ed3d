import type { Handler } from './atOneAddress.ts'

/** No form of Kith is near this size. */
const formBytes = 1024 * 1024
const uploadPath = /^\/o\/\d+\/uploads\/file$/

/**
 * Refuses large bodies before anything reads them: forms are held in memory while they are read, by anybody who asks.
 * A survey file alone may be large, and is streamed; its route counts for itself. A body of unknown length is refused
 * elsewhere too: browsers always say how long a form is.
 */
export function boundedBodies(handler: Handler): Handler {
  return (request, response) => {
    const { method, headers, url } = request
    const streams = method === 'PUT' && uploadPath.test(url?.split('?')[0] ?? '')
    const tooLarge = 'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > formBytes
    if (streams || !tooLarge) return handler(request, response)
    response.writeHead(413, { connection: 'close', 'content-type': 'text/plain' }).end('Too large.\n')
  }
}
