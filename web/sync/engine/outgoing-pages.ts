import { base64urlnopad } from '@scure/base'
import { ok, type Result } from '../../../shared/result/result.ts'
import type { EnvelopeKey, PushItem, RejectedReason } from '../../../shared/sync/messages.ts'
import { LIMITS } from '../../../shared/sync/protocol.ts'
import type { Refused } from '../../store/sync-rows.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import type { Replica, ReplicaProblem, UnsentDocument } from './replica.ts'

/** A document on its way out. */
export interface OutgoingDocument {
  readonly collection: string
  readonly id: string
  readonly token: string
  readonly key: EnvelopeKey
  readonly envelope: Uint8Array<ArrayBuffer>
  readonly push: PushItem
}

/** How large a page may be: documents, and bytes of JSON. */
export interface PageLimits {
  readonly documents: number
  readonly bytes: number
}

/** Of the JSON of a request beside its items, and of an item beside its envelope; in bytes, rounded up. */
const FRAME_BYTES = 256
const ITEM_BYTES = 96

/**
 * How often a run goes through what is not backed up. Each time is for what met a conflict or was written in the time
 * before; more would be a race with somebody who writes faster than we send.
 */
export const MOST_PASSES = 8

type Prepared = Omit<OutgoingDocument, 'push'> & { readonly text: string }

/** [S5] What is not backed up, in pages that a server takes. Seals the next page while one is on its way. */
export class OutgoingPages {
  readonly #replica: Replica
  readonly #vault: OpenVault
  readonly #quarantined: ReadonlySet<EnvelopeKey>
  /** Not offered again in this run, and why. */
  readonly #refused = new Map<EnvelopeKey, RejectedReason>()
  readonly #documents: number
  #limits: PageLimits
  /** Sealed and not yet sent. */
  #queue: Prepared[] = []
  #after: UnsentDocument | undefined
  #exhausted = false
  #ahead: Promise<Result<readonly Prepared[], ReplicaProblem>> | undefined
  #passes = 1
  /** Whether this pass has offered anything: then another looks at what became of it. */
  #offered = false
  #full = false

  /**
   * What is `quarantined` on the server is not overwritten: the set may grow while the run goes on. `documents` is how many
   * a page may hold.
   */
  constructor(
    replica: Replica,
    vault: OpenVault,
    quarantined: ReadonlySet<EnvelopeKey>,
    documents: number = LIMITS.documents,
  ) {
    this.#documents = documents
    this.#limits = { documents, bytes: LIMITS.bodyBytes - FRAME_BYTES }
    this.#replica = replica
    this.#vault = vault
    this.#quarantined = quarantined
  }

  /** [S5] Documents that the server did not take in this run. */
  get refused(): Refused | undefined {
    const [reason] = this.#refused.values()
    return reason === undefined ? undefined : { count: this.#refused.size, reason }
  }

  /** Whether the passes were used up with something left to offer. */
  get gaveUp(): boolean {
    return this.#passes > MOST_PASSES
  }

  /** The next page; empty when there is nothing more to offer in this run. */
  async next(): Promise<Result<readonly OutgoingDocument[], ReplicaProblem>> {
    for (;;) {
      while (!this.#exhausted && this.#queue.length < this.#limits.documents) {
        const filled = await this.#fill()
        if (!filled.ok) return filled
        this.#queue.push(...filled.value)
      }
      const page = await this.#takePage()
      if (!page.ok || page.value.length > 0) return page
      if (this.#queue.length > 0) continue
      if (!this.#offered || this.#full) return ok([])
      this.#passes += 1
      if (this.gaveUp) return ok([])
      this.#beginPass()
    }
  }

  /** Seals what comes next, while something else is waited for. */
  prepare(): void {
    if (this.#exhausted || this.#queue.length >= this.#limits.documents) return
    this.#ahead ??= this.#seal()
    // Looked at by `next`, which may come much later or never.
    void Promise.allSettled([this.#ahead])
  }

  /** What has been sealed is out of date: the clock was put right, or what the server holds is not what it was. */
  restart(): void {
    this.#passes += 1
    this.#beginPass()
  }

  /** The server did not take a document. With its quota full it takes none. */
  refuse(key: EnvelopeKey, reason: RejectedReason): void {
    this.#refused.set(key, reason)
    if (reason === 'quota') this.#full = true
  }

  /** 413: what was sent was too much. The same is sent again in halves; one document alone is refused. */
  shrink(page: readonly OutgoingDocument[]): void {
    const [only] = page
    if (page.length === 1 && only !== undefined) this.refuse(only.key, 'too-large')
    else {
      this.#queue.unshift(...page.map(({ push, ...document }) => ({ ...document, text: push.envelope })))
      const documents = Math.ceil(page.length / 2)
      this.#limits = { documents, bytes: Math.ceil(this.#limits.bytes / 2) }
    }
  }

  #beginPass(): void {
    this.#queue = []
    this.#after = undefined
    this.#exhausted = false
    this.#ahead = undefined
    this.#offered = false
  }

  #fill(): Promise<Result<readonly Prepared[], ReplicaProblem>> {
    const ahead = this.#ahead ?? this.#seal()
    this.#ahead = undefined
    return ahead
  }

  async #seal(): Promise<Result<readonly Prepared[], ReplicaProblem>> {
    const pass = this.#passes
    const taken = await this.#replica.take(this.#after, this.#documents)
    if (!taken.ok) return taken
    // Begun over meanwhile, nobody waits for this any more.
    if (pass !== this.#passes) return ok([])
    this.#after = taken.value.at(-1)
    this.#exhausted = taken.value.length < this.#documents
    const sealed = await Promise.all(taken.value.map((unsent) => this.#sealOne(unsent)))
    return ok(sealed.filter((prepared) => prepared !== undefined))
  }

  async #sealOne({ collection, id, token, document }: UnsentDocument): Promise<Prepared | undefined> {
    if (document === undefined) return undefined
    const { key, envelope } = await this.#vault.seal(document)
    return { collection, id, token, key, envelope, text: base64urlnopad.encode(envelope) }
  }

  async #takePage(): Promise<Result<readonly OutgoingDocument[], ReplicaProblem>> {
    if (this.#full) return ok([])
    const taken = this.#cutPage()
    if (taken.length === 0) return ok([])
    const bases = await this.#replica.bases(taken)
    if (!bases.ok) return bases
    const page: OutgoingDocument[] = []
    for (const { text, ...document } of taken) {
      const base = bases.value.get(document.key)
      if (base !== undefined) page.push({ ...document, push: { key: document.key, base, envelope: text } })
    }
    // What was written since it was sealed is offered in the next pass.
    this.#offered = true
    return ok(page)
  }

  #cutPage(): Prepared[] {
    const page: Prepared[] = []
    let bytes = 0
    let used = 0
    for (const prepared of this.#queue) {
      const more = prepared.text.length + ITEM_BYTES
      if (page.length > 0 && (page.length === this.#limits.documents || bytes + more > this.#limits.bytes)) break
      used += 1
      if (this.#quarantined.has(prepared.key) || this.#refused.has(prepared.key)) continue
      if (prepared.envelope.length > LIMITS.envelopeBytes) this.refuse(prepared.key, 'too-large')
      else {
        page.push(prepared)
        bytes += more
      }
    }
    this.#queue = this.#queue.slice(used)
    return page
  }
}
