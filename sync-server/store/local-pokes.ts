import type { AccountId, Pokes } from './ports.ts'

export interface LocalPokes<Topic extends string = AccountId> extends Pokes<Topic> {
  /** Tells everybody: for when pokes may have been missed. */
  publishAll(): void
}

/** [S9] Pokes within this process. A listener is called once for each `publish`, and must not throw. */
export function localPokes<Topic extends string = AccountId>(): LocalPokes<Topic> {
  const listeners = new Map<Topic, Set<() => void>>()
  const publish = (topic: Topic) => {
    // A copy: a listener may stop listening while it is told.
    for (const listener of [...(listeners.get(topic) ?? [])]) listener()
  }
  return {
    publish,
    publishAll() {
      for (const topic of [...listeners.keys()]) publish(topic)
    },
    subscribe(topic, listener) {
      // Wrapped, so that the same function given twice is two listeners.
      const own = () => listener()
      const set = listeners.get(topic) ?? new Set()
      listeners.set(topic, set.add(own))
      return () => {
        set.delete(own)
        if (set.size === 0 && listeners.get(topic) === set) listeners.delete(topic)
      }
    },
  }
}
