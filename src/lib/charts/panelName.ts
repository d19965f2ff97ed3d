import type { PairPanel } from '#lib/domain/privacy/release.ts'
import type { Released } from '#lib/domain/privacy/released.ts'
import * as m from '#lib/messages/generated/messages.js'
import { waveName } from '#lib/ui/waveName.ts'

/** Which people, at which two times: "People in the program, before and after". */
export function panelName({ from, to, arm }: Released<PairPanel>): string {
  const waves = { from: waveName(from), to: waveName(to) }
  if (arm === 'program') return m.charts_panel_program(waves)
  return arm === 'comparison' ? m.charts_panel_comparison(waves) : m.charts_panel_everybody(waves)
}
