import { base64urlnopad } from '@scure/base'
import { DIGEST_BYTES, xorInto } from '../../../shared/sync/digest.ts'
import {
  type EnvelopeKey,
  type PushResult,
  pushItemSchema,
  type SyncRequest,
  type SyncResponse,
} from '../../../shared/sync/messages.ts'
import { LIMITS, PROTOCOL_VERSION } from '../../../shared/sync/protocol.ts'
import { digestPart } from './digest-part.ts'

interface Stored {
  readonly version: number
  readonly envelope: string
}

export interface ModelServerOptions {
  /** Changes in one page. */
  readonly page?: number
  /** Tests break it on purpose: whatever is pushed is written. */
  readonly ignoresBase?: boolean
}

/** For tests: the server's side of the exchange [S1-S7] for one account, as plainly as it can be said. */
export class ModelServer {
  epoch = 'epoch-1'
  /** What is held, by key. */
  documents = new Map<EnvelopeKey, Stored>()
  #head = 0
  #restores = 0
  readonly #page: number
  readonly #ignoresBase: boolean

  constructor({ page = LIMITS.documents, ignoresBase = false }: ModelServerOptions = {}) {
    this.#page = page
    this.#ignoresBase = ignoresBase
  }

  exchange(request: SyncRequest, serverTime: number): SyncResponse {
    const foreign = request.epoch !== this.epoch
    const before = this.#head
    const results = request.push.map((item) => this.#push(item, foreign))
    const from = foreign ? 0 : request.cursor
    const changes = [...this.documents]
      .map(([key, { version, envelope }]) => ({ key, version, envelope }))
      .filter(({ version }) => version > from && version <= before)
      .sort((a, b) => a.version - b.version)
    const page = changes.slice(0, this.#page)
    const more = page.length < changes.length
    const cursor = more ? (page.at(-1)?.version ?? from) : this.#head
    const common = { v: PROTOCOL_VERSION, epoch: this.epoch, serverTime, count: this.documents.size }
    return { ...common, results, changes: page, cursor, more, digest: base64urlnopad.encode(this.digest()) }
  }

  /** [S7] From nothing, each time. */
  digest(): Uint8Array {
    const digest = new Uint8Array(DIGEST_BYTES)
    for (const [key, { version, envelope }] of this.documents)
      xorInto(digest, digestPart(key, version, base64urlnopad.decode(envelope)))
    return digest
  }

  /** A copy of everything; `restore` puts it back, as a backup that was taken then. */
  backup(): { readonly documents: ReadonlyMap<EnvelopeKey, Stored>; readonly head: number } {
    return { documents: new Map(this.documents), head: this.#head }
  }

  /** [S6] What is put back is other data than what the devices know. */
  restore(backup: ReturnType<ModelServer['backup']>): void {
    this.documents = new Map(backup.documents)
    this.#head = backup.head
    this.#restores += 1
    this.epoch = `epoch-${this.#restores + 1}`
  }

  #push(item: unknown, foreign: boolean): PushResult {
    const { key, base, envelope } = pushItemSchema.parse(item)
    const stored = this.documents.get(key)
    if (stored?.envelope === envelope) return { key, status: 'ok', version: stored.version }
    const isBase = (stored?.version ?? 0) === (foreign ? 0 : base)
    if (!isBase && !this.#ignoresBase)
      return { key, status: 'conflict', version: stored?.version ?? 0, envelope: stored?.envelope ?? null }
    this.#head += 1
    this.documents.set(key, { version: this.#head, envelope })
    return { key, status: 'ok', version: this.#head }
  }
}
