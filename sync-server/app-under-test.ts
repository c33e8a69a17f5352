import { type App, type AppDependencies, createApp } from './app.ts'
import { jsonLog } from './log.ts'
import type { Store } from './store/ports.ts'
import { openSqliteStore } from './store/sqlite/sqlite-store.ts'

export interface AppUnderTest {
  readonly app: App
  readonly store: Store
  /** Every line of the log so far. */
  readonly lines: string[]
  /** Runs what is to run regularly, at once. */
  tick(): void
}

/** The whole server over a database in memory, with what a test wants otherwise. */
export function appUnderTest(overrides: Partial<AppDependencies> = {}): AppUnderTest {
  const lines: string[] = []
  const regular = new Set<() => void>()
  const store = overrides.store ?? openSqliteStore({ path: ':memory:', newEpoch: () => 'epoch-1' })
  const app = createApp({
    files: new Map(),
    version: '1.2.3',
    log: jsonLog(
      (line) => lines.push(line),
      () => new Date(0),
    ),
    store,
    authSecret: 'a secret of which only tests know',
    signUp: { kind: 'open' },
    origins: new Set(),
    quotaBytes: 64 * 1024 * 1024,
    newRequestId: () => crypto.randomUUID(),
    now: Date.now,
    monotonicMs: () => 0,
    every(_, run) {
      regular.add(run)
      return () => regular.delete(run)
    },
    setTimer(run, ms) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    remoteAddress: () => '203.0.113.7',
    ...overrides,
  })
  return {
    app,
    store,
    lines,
    tick() {
      for (const run of [...regular]) run()
    },
  }
}
