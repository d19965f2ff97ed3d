import * as m from '#lib/messages/generated/messages.js'

/** What became of an upload, in words. */
export function uploadStatus(status: 'received' | 'committed' | 'undone'): string {
  if (status === 'received') return m.uploads_status_received()
  return status === 'committed' ? m.uploads_status_committed() : m.uploads_status_undone()
}
