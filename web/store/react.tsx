import { useLiveQuery } from 'dexie-react-hooks'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import { dayAt } from '../../shared/calendar/day-clock.ts'
import type { Metric } from '../../shared/metric/metric.ts'
import type { Result } from '../../shared/result/result.ts'
import type { Change, ChangeId } from './change.ts'
import { commit } from './commit.ts'
import { withConnection } from './connection.ts'
import type { Database } from './database.ts'
import { readMetrics } from './metrics.ts'
import { persistAfterFirstEntry } from './persistence.ts'
import { type Profile, readProfile, timeZoneOf } from './profile.ts'
import type { SaveProblem } from './save-problem.ts'
import { pageWatch, watchDay } from './today-clock.ts'

interface Store {
  readonly db: Database
  readonly now: () => number
  readonly profile: Profile
  readonly metrics: readonly Metric[]
}

const StoreContext = createContext<Store | undefined>(undefined)

/** What a live query has to show. */
export interface Live<Value> {
  /** Undefined until the first answer. */
  readonly value: Value | undefined
  /** Why the last read failed; `value` is then the last one that was read. */
  readonly error: unknown
  /** `value` answers an earlier question: the dependencies have changed and the new answer is on its way. */
  readonly isStale: boolean
}

interface StoreProviderProps {
  readonly db: Database
  readonly children: ReactNode
  /** The time, ms since 1970 UTC. Default: the database's. */
  readonly now?: () => number
  /** Shown until the settings are read, a few milliseconds. */
  readonly fallback?: ReactNode
}

/**
 * Gives the database, the profile and the metrics to everything inside, which is rendered once they are read: shown
 * earlier, screens would flash other units and another day. Throws what keeps the database from opening.
 */
export function StoreProvider({ db, children, now = db.now, fallback = null }: StoreProviderProps): ReactNode {
  const { value, error } = useLiveOf(db, readSettings, [])
  useEffect(() => persistAfterFirstEntry(db), [db])
  const store = useMemo(() => (value === undefined ? undefined : { db, now, ...value }), [db, now, value])
  if (store === undefined) {
    if (error !== undefined) throw error
    return fallback
  }
  return <StoreContext value={store}>{children}</StoreContext>
}

async function readSettings(db: Database) {
  const [profile, metrics] = await Promise.all([readProfile(db), readMetrics(db)])
  return { profile, metrics }
}

function useStore(): Store {
  const store = useContext(StoreContext)
  if (store === undefined) throw new Error('No StoreProvider around this component')
  return store
}

export function useDatabase(): Database {
  return useStore().db
}

/** The person's settings, always the current ones. */
export function useProfile(): Profile {
  return useStore().profile
}

/** The built-in metrics and the person's own, without archived ones. Hidden ones are included: see the profile. */
export function useMetrics(): readonly Metric[] {
  return useStore().metrics
}

/** Commits changes; the answer is as `commit` gives it. The same function on every render. */
export function useCommit(): (change: Change) => Promise<Result<ChangeId, SaveProblem>> {
  const { db } = useStore()
  return useCallback((change: Change) => commit(db, change), [db])
}

/**
 * The result of `query`, read again whenever something it read changes, in any tab. `deps` are what `query` closes over.
 *
 * It does not flash: while changed `deps` are being read, and after a failed read, `value` stays the last one. That one
 * answers the earlier `deps`, which `isStale` says; whoever shows a heading from the new ones keeps the question in the
 * value (`{ date, tiles }`) and shows both from there.
 */
export function useLive<Value>(query: (db: Database) => Promise<Value>, deps: readonly unknown[]): Live<Value> {
  return useLiveOf(useStore().db, query, deps)
}

function useLiveOf<Value>(
  db: Database,
  query: (db: Database) => Promise<Value>,
  deps: readonly unknown[],
): Live<Value> {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller's dependencies are the dependencies
  const question = useMemo(() => ({ query }), [db, ...deps])
  const answer = useLiveQuery(() => ask(db, question), [db, question])
  const [kept, setKept] = useState<{ readonly value: Value }>()
  if (answer?.value !== undefined && answer.value !== kept) setKept(answer.value)
  return {
    value: (answer?.value ?? kept)?.value,
    error: answer?.error,
    isStale: answer !== undefined && answer.question !== question,
  }
}

interface Answer<Value> {
  readonly question: { readonly query: (db: Database) => Promise<Value> }
  /** In a box, so that an answer of `undefined` is told from none. */
  readonly value?: { readonly value: Value }
  readonly error?: unknown
}

// A failure is an answer too: thrown, it would end the live query and take the screen down.
async function ask<Value>(db: Database, question: Answer<Value>['question']): Promise<Answer<Value>> {
  const read = await withConnection(db, () => question.query(db))
  return read.ok ? { question, value: { value: read.value } } : { question, error: read.failure.cause ?? read.failure }
}

/** The person's today. Turns over by itself at their day start, when the device wakes, and when the settings change. */
export function useToday(): CivilDate {
  const { now, profile } = useStore()
  const timeZone = timeZoneOf(profile)
  const { dayStart } = profile
  const rule = useMemo(() => ({ timeZone, dayStart }), [timeZone, dayStart])
  const [, setTurned] = useState<CivilDate>()
  useEffect(() => watchDay(rule, setTurned, pageWatch(now)), [rule, now])
  // Read anew on every render, so that a changed rule shows at once and not one effect later.
  return dayAt(now(), rule)
}
