import { addToast, removeToast, type ToastEntry, type ToastRequest } from './toast-queue.ts'

let queue: readonly ToastEntry[] = []
let turns = 0
const listeners = new Set<() => void>()

function replace(next: readonly ToastEntry[]): void {
  if (next === queue) return
  queue = next
  for (const listener of listeners) listener()
}

/** Says something short that passes: what was saved, and how to undo it. Needs one `<ToastHost/>` on the page. */
export function showToast(request: ToastRequest): void {
  turns += 1
  replace(addToast(queue, request, turns))
}

export const toasts = {
  current: (): readonly ToastEntry[] => queue,
  dismiss: (turn: number): void => replace(removeToast(queue, turn)),
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
