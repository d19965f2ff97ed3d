import type { Instrument } from '../domain/instruments/instrument.ts'
import type { Wave } from '../domain/wave.ts'
import type { ItemName } from './itemNames.ts'
import type { Reason } from './reason.ts'

/** An instrument met in a file, before the overview tells it. */
export interface FoundInstrument {
  instrument: Instrument
  /** Columns in the order of `order`; null for an item that the file does not have. Empty for a ready-made total. */
  items: (number | null)[]
  total: number | null
  wave: Wave | null
  /** A time by its number alone (t1, t2): becomes a wave when all times of the file are known. */
  place: number | null
  order: string | null
  codes: string | null
  missing: string[]
  confidence: number
  reason: Reason
}

/** The columns that stand for answers. */
export function foundColumns({ items, total }: Pick<FoundInstrument, 'items' | 'total'>): number[] {
  const columns = items.filter((index) => index !== null)
  return total === null ? columns : [...columns, total]
}

/** Short names under which an instrument's columns are met: sses-20 as sses, sse, sses20. */
export function instrumentStems({ id, items }: Instrument): string[] {
  const first = id.split('-')[0] ?? id
  const short = first.length > 3 && first.endsWith('s') ? [first, first.slice(0, -1)] : [first]
  const counted = items.length > 0 ? short.map((stem) => `${stem}${items.length}`) : []
  return [...new Set([...short, ...counted, id.replaceAll('-', ''), id.replace(/-total$/, '').replaceAll('-', '')])]
}

export function waveOf({ sign }: Pick<ItemName, 'sign'>): Pick<FoundInstrument, 'wave' | 'place'> {
  if (!sign) return { wave: null, place: null }
  return 'wave' in sign ? { wave: sign.wave, place: null } : { wave: null, place: sign.place }
}
