import type { Action } from './action.ts'

export interface ToastRequest {
  /** A toast with the same key takes the older one's place: ten keystrokes are one toast. */
  readonly key?: string | undefined
  readonly text: string
  /** What can still be done: Undo. Pressing it puts the toast away. */
  readonly action?: Action | undefined
  readonly tone?: 'plain' | 'danger' | undefined
}

export interface ToastEntry extends ToastRequest {
  readonly key: string
  /** Grows with every request, so that a replaced toast starts its time anew. */
  readonly turn: number
}

/** How long a toast stays, in milliseconds of being neither touched nor focused. */
export const TOAST_MS = 10_000
const MOST = 2

/** The queue with one more toast, newest last. Past two, which is what a phone has room for, the oldest goes that offers nothing, else the oldest. */
export function addToast(queue: readonly ToastEntry[], request: ToastRequest, turn: number): readonly ToastEntry[] {
  const key = request.key ?? `toast-${turn}`
  const rest = queue.filter((toast) => toast.key !== key)
  if (rest.length < MOST) return [...rest, { ...request, key, turn }]
  // News can go unread; an undo must not be pushed out by it.
  const leaving = rest.find((toast) => toast.action === undefined) ?? rest[0]
  return [...rest.filter((toast) => toast !== leaving), { ...request, key, turn }]
}

/** The queue without that turn of a toast: a newer one under the same key stays. */
export function removeToast(queue: readonly ToastEntry[], turn: number): readonly ToastEntry[] {
  return queue.some((toast) => toast.turn === turn) ? queue.filter((toast) => toast.turn !== turn) : queue
}
