import type { AccountId, Pokes } from './ports.ts'

export interface LocalPokes extends Pokes {
  /** Tells everybody: for when pokes may have been missed. */
  publishAll(): void
}

/** [S9] Pokes within this process. A listener is called once for each `publish`, and must not throw. */
export function localPokes(): LocalPokes {
  const listeners = new Map<AccountId, Set<() => void>>()
  const publish = (account: AccountId) => {
    // A copy: a listener may stop listening while it is told.
    for (const listener of [...(listeners.get(account) ?? [])]) listener()
  }
  return {
    publish,
    publishAll() {
      for (const account of [...listeners.keys()]) publish(account)
    },
    subscribe(account, listener) {
      // Wrapped, so that the same function given twice is two listeners.
      const own = () => listener()
      const set = listeners.get(account) ?? new Set()
      listeners.set(account, set.add(own))
      return () => {
        set.delete(own)
        if (set.size === 0 && listeners.get(account) === set) listeners.delete(account)
      }
    },
  }
}
