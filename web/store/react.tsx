import { useLiveQuery } from 'dexie-react-hooks'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import { dayAt } from '../../shared/calendar/day-clock.ts'
import type { Metric } from '../../shared/metric/metric.ts'
import type { Result } from '../../shared/result/result.ts'
import type { Change, ChangeId, ChangeInTurn } from './change.ts'
import { withConnection } from './connection.ts'
import type { Database } from './database.ts'
import { commitWhenLoaded, fetchCommit } from './late-commit.ts'
import { readMetrics } from './metrics.ts'
import { type Profile, readProfile, timeZoneOf } from './profile.ts'
import type { SaveProblem } from './save-problem.ts'
import { onCommitted } from './store-events.ts'
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

const AFTER_FIRST_PICTURE_MS = 300

/**
 * Gives the database, the profile and the metrics to everything inside, which is rendered once they are read: shown
 * earlier, screens would flash other units and another day. Throws what keeps the database from opening.
 */
export function StoreProvider({ db, children, now = db.now, fallback = null }: StoreProviderProps): ReactNode {
  const { value, error } = useLiveOf(db, readSettings, [])
  useEffect(() => {
    const timer = setTimeout(fetchCommit, AFTER_FIRST_PICTURE_MS)
    return () => clearTimeout(timer)
  }, [])
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
export function useCommit(): (change: Change | ChangeInTurn) => Promise<Result<ChangeId, SaveProblem>> {
  const { db } = useStore()
  return useCallback((change: Change | ChangeInTurn) => commitWhenLoaded(db, change), [db])
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
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller's dependencies are the dependencies
  const question = useMemo(() => ({ query }), [db, attempt, ...deps])
  const kept = useMemo((): Kept<Value> => ({ last: undefined }), [])
  // An async function, because Dexie looks for one: with any other it stops watching at the first await, and what a query
  // reads second is never read again.
  const answer = useLiveQuery(async () => await ask(db, question, kept), [db, question])
  const error = answer?.error
  useEffect(() => (error === undefined ? undefined : onChance(() => setAttempt((count) => count + 1))), [error])
  return { value: answer?.read?.value, error, isStale: answer !== undefined && answer.question !== question }
}

interface Question<Value> {
  readonly query: (db: Database) => Promise<Value>
}

/** The last value read, in a box, so that a value of `undefined` is told from none. */
interface Kept<Value> {
  last: { readonly value: Value } | undefined
}

interface Answer<Value> {
  readonly question: Question<Value>
  readonly read: Kept<Value>['last']
  readonly error?: unknown
}

// A failure is an answer too: thrown, it would end the live query and take the screen down.
async function ask<Value>(db: Database, question: Question<Value>, kept: Kept<Value>): Promise<Answer<Value>> {
  const read = await withConnection(db, () => question.query(db))
  if (!read.ok) return { question, read: kept.last, error: read.failure.cause ?? read.failure }
  kept.last = { value: read.value }
  return { question, read: kept.last }
}

// A read that failed has nothing it could be told about, so it is tried again when storage works or the page is seen.
function onChance(retry: () => void): () => void {
  const stop = onCommitted(retry)
  document.addEventListener('visibilitychange', retry)
  return () => {
    stop()
    document.removeEventListener('visibilitychange', retry)
  }
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
