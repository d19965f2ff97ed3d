import { bscs8 } from './bscs8.ts'
import type { Instrument } from './instrument.ts'
import { rses10 } from './rses10.ts'
import { sses20 } from './sses20.ts'
import { ucla20v3 } from './ucla20v3.ts'
import { ucla3 } from './ucla3.ts'

/** The instruments that Kith brings along, by construct. */
export const catalogue: readonly Instrument[] = [ucla3, ucla20v3, bscs8, rses10, sses20]

/** The instrument of that id; a measure of one's own stands before a built-in one. Undefined where there is none. */
export function findInstrument(id: string, own: readonly Instrument[] = []): Instrument | undefined {
  return own.find((candidate) => candidate.id === id) ?? catalogue.find((candidate) => candidate.id === id)
}
