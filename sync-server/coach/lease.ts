import type { Lease } from '../store/coach-port.ts'

/** How long a turn is somebody's after their last word, in ms: a process that dies is not waited for longer. */
export const LEASE_MS = 10_000
/** How often who runs a turn says so, and hears whether it is to be stopped, in ms. */
export const RENEW_MS = 3000
/** The same while an agent is being forgotten, which takes many requests and is not renewed. */
export const FORGET_LEASE_MS = 180_000

export const leaseFrom = (now: number, ms = LEASE_MS): Lease => ({ now, leaseUntil: now + ms })
