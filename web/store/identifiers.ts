import { v7 } from 'uuid'
import { type Stamp, stampToMs } from '../../shared/document/stamp.ts'
import type { ChangeId } from './change.ts'

/** A new UUIDv7, for whatever has no natural id. */
export function newId(): string {
  return v7()
}

/** A new UUIDv7 that sorts after `last`, whatever the clock (`now`, ms since 1970 UTC) says. */
export function newIdAfter(last: string | undefined, now: number): string {
  const lastMs = last === undefined ? -1 : Number.parseInt(last.slice(0, 8) + last.slice(9, 13), 16)
  return v7({ msecs: Math.max(0, Math.floor(now), lastMs + 1) })
}

const COUNTER_RANGE = 1024
// UUIDv7 keeps a 32-bit sequence number under its milliseconds; the counter stands in its top ten bits.
const SEQUENCE_SHIFT = 2 ** 22

/** The journal's key for a change with this stamp. Stamps only grow, so these keys sort by time of writing, over all tabs. */
export function changeIdOf(stamp: Stamp): ChangeId {
  return v7({ msecs: stampToMs(stamp), seq: (stamp % COUNTER_RANGE) * SEQUENCE_SHIFT }) as ChangeId
}

/** The lowest key that a change at `ms` or later can have. */
export function firstChangeIdAt(ms: number): string {
  const hex = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}`
}
