import type { Platform } from '../fileOverview.ts'
import { googleForms } from './googleForms.ts'
import { plain } from './plain.ts'
import type { Head, Recognition, SurveyPlatform } from './platform.ts'
import { qualtrics } from './qualtrics.ts'

/** Every platform that is recognised; a new one is its own file and one word here. */
export const platforms: readonly SurveyPlatform[] = [qualtrics, googleForms, plain]

/** The platform that explains the beginning of a file best. */
export function recognisedPlatform(head: Head): Recognition & { platform: SurveyPlatform } {
  const found = platforms.flatMap((platform) => {
    const recognition = platform.recognise(head)
    return recognition ? [{ platform, ...recognition }] : []
  })
  const best = found.sort((a, b) => b.confidence - a.confidence)[0]
  if (!best) throw new Error('No platform takes any table.')
  return best
}

/** What is known of a platform; tools that are not known yet are read as plain tables. */
export function platformOf(id: Platform): SurveyPlatform {
  return platforms.find((platform) => platform.id === id) ?? plain
}
