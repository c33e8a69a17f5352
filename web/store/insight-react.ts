import { useCallback, useEffect, useState } from 'react'
import { type Experiment, experimentOf } from '../insight/experiment/experiment.ts'
import { METHOD_VERSION } from '../insight/method-version.ts'
import { type TodayInsight, todayInsight } from '../insight/promotion/today-insight.ts'
import type { Dismissal } from '../insight/risk/dismissal.ts'
import { type AskOptions, type InsightClient, type Progress, pageInsights } from '../workers/insight-client.ts'
import type { Database } from './database.ts'
import { readDismissals } from './dismissals.ts'
import { readExperiments } from './experiments.ts'
import { type Insights, readInsights } from './insight-cache.ts'
import { type Live, useLive } from './react.tsx'

/**
 * What was last found, at once from what is kept, and again after every look of the worker. `value` is undefined until it
 * is read; `value.insights` is undefined where nothing is kept yet: the worker is on it.
 */
export function useInsights(): Live<{ readonly insights: Insights | undefined }> {
  return useLive(async (db) => ({ insights: await readKept(db) }), [])
}

/** What the person put aside. */
export function useDismissals(): Live<readonly Dismissal[]> {
  return useLive(readDismissals, [])
}

/** The one thing for the day's screen. `value` is undefined until it is read, `value.shown` where there is nothing to say. */
export function useTodayInsight(): Live<{ readonly shown: TodayInsight | undefined }> {
  return useLive(async (db) => {
    const [kept, dismissals] = await Promise.all([readKept(db), readDismissals(db)])
    return { shown: kept && todayInsight(kept.analysis, kept.risks, kept.runs, dismissals) }
  }, [])
}

/** The person's experiments, in the order they were begun; what a newer version began and this one cannot read is left out. */
export function useExperiments(): Live<readonly Experiment[]> {
  return useLive(async (db) => {
    const stored = await readExperiments(db)
    return stored.flatMap(({ id, fields }) => experimentOf(id, fields) ?? [])
  }, [])
}

const readKept = (db: Database) => readInsights(db, METHOD_VERSION)

/** Where an answer of the worker is. */
export interface Asked<Answer> {
  /** The last answer; undefined before the first. */
  readonly value: Answer | undefined
  /** Why there was none. */
  readonly error: unknown
  /** An answer to what is asked now is on its way; `value` is of what was asked before. */
  readonly isPending: boolean
}

/**
 * The answer of the worker to `ask`, asked again when `deps` change and when the days have changed. With `undefined` nothing
 * is asked.
 */
export function useAsked<Answer>(
  ask: ((client: InsightClient, options: AskOptions) => Promise<Answer>) | undefined,
  deps: readonly unknown[],
): Asked<Answer> {
  const { value: kept, error: unread } = useInsights()
  // Before what is kept is read, one would ask, and ask again a moment later.
  const days = kept === undefined ? undefined : (kept.insights?.fingerprint ?? 'none')
  const [state, setState] = useState<Asked<Answer>>({ value: undefined, error: undefined, isPending: false })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller's dependencies are the dependencies
  useEffect(() => {
    if (ask === undefined || days === undefined) {
      setState((before) => ({ ...before, isPending: false }))
      return
    }
    const controller = new AbortController()
    setState((before) => ({ ...before, isPending: true }))
    ask(pageInsights(), { signal: controller.signal }).then(
      (value) => {
        if (!controller.signal.aborted) setState({ value, error: undefined, isPending: false })
      },
      (error: unknown) => {
        if (!controller.signal.aborted) setState((before) => ({ ...before, error, isPending: false }))
      },
    )
    return () => controller.abort()
  }, [days, ...deps])
  return { ...state, error: state.error ?? unread }
}

/** Something long that is started by hand. */
export interface LongAsk<Answer> extends Asked<Answer> {
  readonly progress: Progress | undefined
  readonly start: () => void
  /** Does nothing where nothing runs. */
  readonly cancel: () => void
}

/** As `useAsked`, for what takes long: begun by `start`, with its progress, and called off by `cancel` or when left. */
export function useLongAsk<Answer>(
  ask: (client: InsightClient, options: AskOptions) => Promise<Answer>,
): LongAsk<Answer> {
  const [state, setState] = useState<Asked<Answer>>({ value: undefined, error: undefined, isPending: false })
  const [progress, setProgress] = useState<Progress>()
  const [running, setRunning] = useState<AbortController>()
  useEffect(() => () => running?.abort(), [running])

  const start = useCallback(() => {
    const controller = new AbortController()
    setRunning(controller)
    setProgress(undefined)
    setState((before) => ({ ...before, error: undefined, isPending: true }))
    const isOff = () => controller.signal.aborted
    ask(pageInsights(), {
      signal: controller.signal,
      onProgress: (told) => {
        if (!isOff()) setProgress(told)
      },
    }).then(
      (value) => {
        if (!isOff()) setState({ value, error: undefined, isPending: false })
      },
      (error: unknown) => setState((before) => ({ ...before, error: isOff() ? undefined : error, isPending: false })),
    )
  }, [ask])
  const cancel = useCallback(() => running?.abort(), [running])
  return { ...state, progress, start, cancel }
}
