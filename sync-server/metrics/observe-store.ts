import type { Counter, Gauge, Histogram } from 'prom-client'
import type { ExchangeOutcome, Pokes, Store, SyncStore } from '../store/ports.ts'

/** What is counted of a store. */
export interface StoreMetrics {
  /** Seconds of an exchange. */
  readonly exchanges: Histogram
  /** Documents pushed, by what became of them. */
  readonly pushes: Counter<'outcome'>
  /** Documents given to devices. */
  readonly changes: Counter
  /** Those who wait for pokes right now: one for each open event stream. */
  readonly listeners: Gauge
}

/** The same store, with its exchanges timed, what became of each push counted, and who waits for pokes. */
export function observeStore(store: Store, metrics: StoreMetrics, monotonicMs: () => number): Store {
  return {
    sync: observeSync(store.sync, metrics, monotonicMs),
    pokes: observePokes(store.pokes, metrics),
    leaderboard: store.leaderboard,
    standingsPokes: observePokes(store.standingsPokes, metrics),
    push: store.push,
    coach: store.coach,
    jobs: store.jobs,
    auth: store.auth,
    deleteExpired: (now) => store.deleteExpired(now),
    ready: () => store.ready(),
    close: () => store.close(),
  }
}

function observeSync(sync: SyncStore, metrics: StoreMetrics, monotonicMs: () => number): SyncStore {
  return {
    exchange: async (account, exchange) => {
      const start = monotonicMs()
      const outcome = await sync.exchange(account, exchange)
      metrics.exchanges.observe((monotonicMs() - start) / 1000)
      countDocuments(outcome, metrics)
      return outcome
    },
    exportAccount: (account) => sync.exportAccount(account),
    keyslots: (account) => sync.keyslots(account),
    putKeyslot: (account, slot, now) => sync.putKeyslot(account, slot, now),
    deleteKeyslot: (account, id) => sync.deleteKeyslot(account, id),
    deleteAccount: (account) => sync.deleteAccount(account),
  }
}

function countDocuments({ results, changes }: ExchangeOutcome, metrics: StoreMetrics): void {
  for (const result of results)
    metrics.pushes.inc({ outcome: result.status === 'rejected' ? result.reason : result.status })
  metrics.changes.inc(changes.length)
}

function observePokes<Topic extends string>(pokes: Pokes<Topic>, { listeners }: StoreMetrics): Pokes<Topic> {
  return {
    publish: (topic) => pokes.publish(topic),
    subscribe(topic, listener) {
      const stop = pokes.subscribe(topic, listener)
      let open = true
      listeners.inc()
      return () => {
        stop()
        if (open) listeners.dec()
        open = false
      }
    },
  }
}
