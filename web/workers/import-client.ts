import type * as z from 'zod/mini'
import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import type { Metric } from '../../shared/metric/metric.ts'
import type { Result } from '../../shared/result/result.ts'
import type { FileProblem, FixedChoices, Inspection, Layout, Progress } from '../importer/import-types.ts'
import { type ChangeId, NO_CHANGE } from '../store/change.ts'
import type { SaveProblem } from '../store/save-problem.ts'
import { announceCommitted, announceSaveProblem } from '../store/store-events.ts'
import { answers, type PlanPreview, type ReadSummary, type Request, response } from './import-messages.ts'

export { type PlanPreview, PREVIEWED, type ReadSummary } from './import-messages.ts'

export interface ReadFileOptions {
  readonly metrics: readonly Metric[]
  /** The person's zone, for moments a file gives in UTC. */
  readonly timeZone?: string
  readonly today?: CivilDate
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

/** The import worker, as a page uses it: `inspect`, then `read`, then `plan`, then `commit`. */
export interface ImportClient {
  /** Guesses how the file is read; what is `fixed` is taken as it is. */
  readonly inspect: (
    file: File,
    metrics: readonly Metric[],
    fixed?: FixedChoices,
  ) => Promise<Result<Inspection, FileProblem>>
  readonly read: (file: File, layout: Layout, options: ReadFileOptions) => Promise<Result<ReadSummary, FileProblem>>
  /** Compares the file last read with what is stored. Writes nothing. */
  readonly plan: () => Promise<Result<PlanPreview, SaveProblem>>
  /** Writes the plan last made as one change; the shell's undo toast hears of it. `NO_CHANGE` where all was the same. */
  readonly commit: () => Promise<Result<ChangeId, SaveProblem>>
  /** The refused cells of the file last read, at most 10 000, as a CSV file's text. */
  readonly refusedCsv: () => Promise<string>
  /** Ends the worker; what was asked and not answered yet is rejected. */
  readonly close: () => void
}

/** What the client needs of a `Worker`. */
export type ImportPort = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>

type Unnumbered<Asked> = Asked extends Request ? Omit<Asked, 'id'> : never

interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: Error) => void
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

const startWorker = (): ImportPort => new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' })

/** Starts a worker. A worker that crashes rejects what is asked of it, which the page's error boundary shows. */
export function createImportClient(port: ImportPort = startWorker()): ImportClient {
  const waiting = new Map<number, Waiting>()
  let lastId = 0

  port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const said = response.parse(data)
    const asker = waiting.get(said.id)
    if (said.kind === 'progress') {
      asker?.onProgress?.(said.progress)
      return
    }
    waiting.delete(said.id)
    if (said.kind === 'answer') asker?.resolve(said.answer)
    else asker?.reject(new Error(said.message))
  })
  port.addEventListener('error', (event) =>
    rejectAll(event.message === '' ? 'The import worker failed.' : event.message),
  )

  function rejectAll(message: string): void {
    for (const { reject } of waiting.values()) reject(new Error(message))
    waiting.clear()
  }

  async function ask<Answer extends z.ZodMiniType>(
    asked: Unnumbered<Request>,
    answer: Answer,
    { onProgress, signal }: Pick<ReadFileOptions, 'onProgress' | 'signal'> = {},
  ): Promise<z.infer<Answer>> {
    const id = ++lastId
    const cancel = () => port.postMessage({ id, kind: 'cancel' })
    signal?.addEventListener('abort', cancel)
    try {
      const answered = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject, onProgress }))
      port.postMessage({ ...asked, id })
      if (signal?.aborted === true) cancel()
      return answer.parse(await answered)
    } finally {
      signal?.removeEventListener('abort', cancel)
    }
  }

  return {
    inspect: (file, metrics, fixed = {}) =>
      ask({ kind: 'inspect', file, metrics: [...metrics], fixed }, answers.inspect),
    read: (file, layout, { metrics, timeZone, today, ...options }) =>
      ask(
        {
          kind: 'read',
          file,
          layout,
          metrics: [...metrics],
          ...(timeZone === undefined ? {} : { timeZone }),
          ...(today === undefined ? {} : { today }),
        },
        answers.read,
        options,
      ),
    plan: () => ask({ kind: 'plan' }, answers.plan),
    commit: async () => {
      const committed = await ask({ kind: 'commit' }, answers.commit)
      if (!committed.ok) {
        announceSaveProblem(committed.failure)
        return committed
      }
      const { id, label, summary } = committed.value
      // The store told the worker's listeners; the page's are told here.
      if (id !== NO_CHANGE) announceCommitted({ id, kind: 'import', label, summary, announce: true })
      return { ok: true, value: id }
    },
    refusedCsv: () => ask({ kind: 'refused-csv' }, answers['refused-csv']),
    close: () => {
      port.terminate()
      rejectAll('The import was closed.')
    },
  }
}
