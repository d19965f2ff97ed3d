import * as m from '#lib/messages/generated/messages.js'
import type { Platform } from '#lib/reading/fileOverview.ts'

/** A survey tool by its own name. */
export function platformName(platform: Platform): string {
  if (platform === 'google-forms') return m.uploads_platform_google_forms()
  return platform === 'qualtrics' ? m.uploads_platform_qualtrics() : m.uploads_platform_plain()
}
