import type { Counted } from './moments.ts'
import { signTest } from './signTest.ts'
import { wilson, type Share } from './wilson.ts'

export type Better = 'higher' | 'lower'

export interface AnyChange {
  improved: Share
  unchanged: Share
  worsened: Share
  sign_test_p: number | undefined
}

/** Who changed at all, by the instrument's own direction, from counted changes (after − before); undefined for nobody. */
export function anyChange(changes: readonly Counted[], better: Better): AnyChange | undefined {
  const { rose, same, fell } = sidesOf(changes, 0)
  const [up, down] = better === 'higher' ? [rose, fell] : [fell, rose]
  const n = rose + same + fell
  const [improved, unchanged, worsened] = [wilson(up, n), wilson(same, n), wilson(down, n)]
  if (!improved || !unchanged || !worsened) return undefined
  return { improved, unchanged, worsened, sign_test_p: signTest(rose, fell) }
}

/** How many people moved further than `bar` points up or down; a move of exactly the bar does not count. */
export function sidesOf(changes: readonly Counted[], bar: number): { rose: number; same: number; fell: number } {
  let [rose, same, fell] = [0, 0, 0]
  for (const { value, people } of changes) {
    if (value > bar) rose += people
    else if (value < -bar) fell += people
    else same += people
  }
  return { rose, same, fell }
}
