import type * as z from 'zod/mini'
import type { Comparison, NotEnoughData, Refusal } from '../insight/analysis.ts'
import type { ExperimentRefusal, ExperimentResult } from '../insight/experiment/result.ts'
import type { GoalProjection } from '../insight/forecast/goal-projection.ts'
import type { Forecast } from '../insight/forecast.ts'
import type { WeeklyReport } from '../insight/report/weekly-report.ts'
import type { ShuffleResult } from '../insight/shuffle/shuffle-test.ts'
import { type InsightQuestion, insightAnswers, insightResponse } from './insight-messages.ts'

export { LONGEST_HORIZON, MOST_SHUFFLES } from './insight-messages.ts'

/** How far a long answer is. */
export interface Progress {
  readonly done: number
  readonly of: number
}

export interface AskOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

type Without<Asked, Key extends PropertyKey> = Asked extends unknown ? Omit<Asked, Key> : never
type Asked<Kind> = Without<Extract<InsightQuestion, { kind: Kind }>, 'id' | 'kind'>

/** The insight worker, as a page uses it. It reads the days itself; what it finds on its own it keeps in the database. */
export interface InsightClient {
  /** Says whether the page can be seen: out of sight nothing is worked out. */
  readonly see: (visible: boolean) => void
  /** A period beside the one before it or the same a year ago. */
  readonly compare: (asked: Asked<'compare'>, options?: AskOptions) => Promise<Comparison | Refusal>
  readonly forecast: (asked: Asked<'forecast'>, options?: AskOptions) => Promise<Forecast | NotEnoughData>
  /** When a goal is reached, by courses drawn from the models of the forecast. */
  readonly project: (asked: Asked<'project'>, options?: AskOptions) => Promise<GoalProjection | NotEnoughData>
  /** How many patterns chance alone makes of the person's own days, their weeks shuffled. Takes long: see `onProgress`. */
  readonly shuffle: (asked: Asked<'shuffle'>, options?: AskOptions) => Promise<ShuffleResult>
  /** What an experiment came to, by the id of its document. */
  readonly experiment: (
    asked: Asked<'experiment'>,
    options?: AskOptions,
  ) => Promise<ExperimentResult | ExperimentRefusal>
  /** The page about the last whole week; null before the first look at the days. */
  readonly report: (options?: AskOptions) => Promise<WeeklyReport | null>
  /** What the coach says: coach-client.ts knows what is asked and answered. */
  readonly coach: (asked: object, options?: AskOptions) => Promise<unknown>
  /** Ends the worker; what was asked and not answered yet is rejected. */
  readonly close: () => void
}

/** What the client needs of a `Worker`. */
export type InsightPort = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>

interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: Error) => void
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

const startWorker = (): InsightPort => new Worker(new URL('./insight.worker.ts', import.meta.url), { type: 'module' })

let pageClient: InsightClient | undefined

/** The one worker of this page, started by whoever asks for it first. */
export function pageInsights(): InsightClient {
  pageClient ??= createInsightClient()
  return pageClient
}

/** Starts a worker. `onProblem`: what nobody foresaw happened in a look that no one had asked for. */
export function createInsightClient(
  port: InsightPort = startWorker(),
  onProblem: (message: string) => void = (message) => console.error('The insights failed:', message),
): InsightClient {
  const waiting = new Map<number, Waiting>()
  let lastId = 0

  port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const said = insightResponse.parse(data)
    if (said.kind === 'look-failed') {
      onProblem(said.message)
      return
    }
    const asker = waiting.get(said.id)
    if (said.kind === 'progress') {
      asker?.onProgress?.(said)
      return
    }
    waiting.delete(said.id)
    if (said.kind === 'answer') asker?.resolve(said.answer)
    else asker?.reject(new Error(said.message))
  })
  port.addEventListener('error', ({ message }) => {
    const text = message === '' ? 'The insight worker failed.' : message
    onProblem(text)
    rejectAll(text)
  })

  function rejectAll(message: string): void {
    for (const { reject } of waiting.values()) reject(new Error(message))
    waiting.clear()
  }

  async function ask<Answer extends z.ZodMiniType>(
    asked: Without<InsightQuestion, 'id'>,
    answer: Answer,
    { signal, onProgress }: AskOptions = {},
  ): Promise<z.infer<Answer>> {
    signal?.throwIfAborted()
    const id = ++lastId
    const answered = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject, onProgress }))
    const cancel = () => {
      port.postMessage({ id, kind: 'cancel' })
      waiting.get(id)?.reject(signal?.reason)
      waiting.delete(id)
    }
    signal?.addEventListener('abort', cancel)
    try {
      port.postMessage({ ...asked, id })
      return answer.parse(await answered)
    } finally {
      signal?.removeEventListener('abort', cancel)
    }
  }

  return {
    see: (visible) => port.postMessage({ kind: 'sight', visible }),
    compare: (asked, options) => ask({ kind: 'compare', ...asked }, insightAnswers.compare, options),
    forecast: (asked, options) => ask({ kind: 'forecast', ...asked }, insightAnswers.forecast, options),
    project: (asked, options) => ask({ kind: 'project', ...asked }, insightAnswers.project, options),
    shuffle: (asked, options) => ask({ kind: 'shuffle', ...asked }, insightAnswers.shuffle, options),
    experiment: (asked, options) => ask({ kind: 'experiment', ...asked }, insightAnswers.experiment, options),
    report: (options) => ask({ kind: 'report' }, insightAnswers.report, options),
    coach: (asked, options) => ask({ kind: 'coach', asked }, insightAnswers.coach, options),
    close: () => {
      port.terminate()
      rejectAll('The insights were closed.')
    },
  }
}
