import { fail, ok, type Result } from '../../shared/result/result.ts'
import { type FileProblem, type Progress, readCsv, refusedCsv } from '../importer/index.ts'
import type { ImportPlan } from '../store/import-plan.ts'
import type { SaveProblem } from '../store/save-problem.ts'
import { type Asked, inspect, type Read, summaryOf } from './file-answers.ts'
import {
  type PlanPreview,
  PREVIEWED,
  type ReadSummary,
  type Request,
  type Response,
  request,
} from './import-messages.ts'
import type { ImportStore } from './import-store.ts'

/**
 * Answers a page's requests about one file after another: what was read and what is planned is kept here, so that
 * nothing long ever reaches the page.
 */
export class ImportService {
  readonly #send: (response: Response) => void
  readonly #loadStore: () => Promise<ImportStore>
  readonly #busily: Busily
  readonly #readings = new Map<number, AbortController>()
  #store: Promise<ImportStore> | undefined
  #read: Read | undefined
  #plan: ImportPlan | undefined

  /** `loadStore` is called once, as the first file is looked at. `busily` tells others that the device is busy meanwhile. */
  constructor(
    send: (response: Response) => void,
    loadStore: () => Promise<ImportStore>,
    busily: Busily = (work) => work(),
  ) {
    this.#send = send
    this.#loadStore = loadStore
    this.#busily = busily
  }

  /** Takes a message as it came; what is no request of ours is a mistake in the app and thrown. */
  async receive(message: unknown): Promise<void> {
    const asked = request.parse(message)
    if (asked.kind === 'cancel') {
      this.#readings.get(asked.id)?.abort()
      return
    }
    try {
      this.#send({ id: asked.id, kind: 'answer', answer: await this.#answer(asked) })
    } catch (error) {
      // The page shows it; in here it would go unseen.
      this.#send({ id: asked.id, kind: 'crash', message: error instanceof Error ? error.message : String(error) })
    }
  }

  #answer(asked: Exclude<Request, { kind: 'cancel' }>): Promise<unknown> {
    switch (asked.kind) {
      case 'inspect':
        // Fetched while the file is looked at; where it fails, the plan that needs it says so.
        void Promise.allSettled([this.#opened()])
        return inspect(asked)
      case 'read':
        return this.#readFile(asked)
      case 'plan':
        return this.#busily(() => this.#makePlan())
      case 'commit':
        return this.#busily(() => this.#commit())
      case 'refused-csv':
        return Promise.resolve(refusedCsv(this.#read?.result.refused ?? []))
    }
  }

  async #readFile(asked: Asked<'read'>): Promise<unknown> {
    // Known before the first wait: a reading that waits for its turn can be cancelled as well.
    const controller = new AbortController()
    this.#readings.set(asked.id, controller)
    try {
      return await this.#busily(() => this.#readUntil(controller.signal, asked))
    } finally {
      this.#readings.delete(asked.id)
    }
  }

  async #readUntil(signal: AbortSignal, asked: Asked<'read'>): Promise<Result<ReadSummary, FileProblem>> {
    this.#read = undefined
    this.#plan = undefined
    const { file, layout, id, kind: _, ...options } = asked
    const onProgress = (progress: Progress) => this.#send({ id, kind: 'progress', progress })
    const read = await readCsv(file, layout, { ...options, signal, onProgress })
    if (!read.ok) return read
    this.#read = { file: file.name, source: layout.source, result: read.value }
    return ok(summaryOf(this.#read))
  }

  async #makePlan(): Promise<Result<PlanPreview, SaveProblem>> {
    if (this.#read === undefined) throw new Error('A plan was asked for before a file was read')
    const { source: from, result } = this.#read
    const planned = await (await this.#opened()).plan(from, result.readings)
    if (!planned.ok) return fail(sendable(planned.failure))
    this.#plan = planned.value
    const { source, added, changed, same } = this.#plan
    return ok({ source, added, changedCount: changed.length, changed: changed.slice(0, PREVIEWED), same })
  }

  async #commit() {
    if (this.#read === undefined || this.#plan === undefined)
      throw new Error('An import was asked for before it was planned')
    const { file, result } = this.#read
    const refused = result.refusedCount
    const committed = await (await this.#opened()).commit(this.#plan, { file, refused })
    if (!committed.ok) return fail(sendable(committed.failure))
    const { source, added, changed, same } = this.#plan
    const summary = { file, source, added, changed: changed.length, same, refused }
    return ok({ id: committed.value, label: `Imported ${file}`, summary })
  }

  #opened(): Promise<ImportStore> {
    this.#store ??= this.#loadStore()
    return this.#store
  }
}

/** Does `work` and answers what it answers. */
type Busily = (work: () => Promise<unknown>) => Promise<unknown>

// What the browser threw cannot always be copied to the page; its message can.
const sendable = ({ kind, message }: SaveProblem): SaveProblem => ({ kind, message })
