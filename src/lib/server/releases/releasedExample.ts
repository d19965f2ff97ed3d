import { type Release, releaseSchema } from '#lib/domain/privacy/release.ts'
import type { Released } from '#lib/domain/privacy/released.ts'

/**
 * An invented release, checked like a real one, for looking at charts and testing them. It has not passed the
 * publisher, so it refuses where real figures are served: there nothing but the publisher may make a release.
 */
export function releasedExample(document: unknown): Released {
  if (!import.meta.env?.DEV) throw new Error('Invented releases exist in development and in tests only.')
  const checked = releaseSchema.parse(document)
  return checked as Release & Released
}
