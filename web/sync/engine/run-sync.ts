import { base64urlnopad } from '@scure/base'
import { fail, ok, type Result } from '../../../shared/result/result.ts'
import type { EnvelopeKey, PushResult, SyncResponse } from '../../../shared/sync/messages.ts'
import { PROTOCOL_VERSION } from '../../../shared/sync/protocol.ts'
import type { SentDocument } from '../../store/apply-remote.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { type ClockReading, type DeviceClock, isTrusted, offsetAfter, readClocks, trustClock } from './device-clock.ts'
import { digestPart } from './digest-part.ts'
import { openEnvelopes, type ReceivedEnvelope } from './open-envelopes.ts'
import { type OutgoingDocument, OutgoingPages } from './outgoing-pages.ts'
import type { Position, Replica, ReplicaProblem, ReplicaState } from './replica.ts'
import type { SyncOutcome, SyncProblem } from './sync-outcome.ts'
import type { Transport } from './transport.ts'

export type { DeviceClock } from './device-clock.ts'
export type { SyncOutcome, SyncProblem } from './sync-outcome.ts'

export interface SyncParts {
  readonly replica: Replica
  readonly transport: Transport
  readonly vault: OpenVault
  /** The same object for every run of a process: what the server said of the time is remembered with it. */
  readonly clock: DeviceClock
  /** Documents in one request, if fewer than the protocol allows: tests get many pages of few documents. */
  readonly pageDocuments?: number
}

/** A run that needs more requests leaves the rest to the next one: half a million documents. */
const MOST_REQUESTS = 1000
/** With more to send, a run first asks what there is: pushed blindly, all of it might meet conflicts and be sealed twice. */
const FEW = 20
/** [S7] Digests that differ are followed by pulling everything at most this often, in ms. */
const COMPARE_EVERY_MS = 60 * 60_000
/** [E5] Envelopes that are tried again with another vault, in one run. */
const MOST_RETRIED = 500

/**
 * One run: sends what is not backed up and takes what there is, until neither is left. Safe to break off and to repeat at
 * any point; two at once cost work and lose nothing. Never throws for what can happen on a network or a disk.
 */
export async function runSync(parts: SyncParts, signal: AbortSignal): Promise<SyncOutcome> {
  const begun = await parts.replica.begin()
  if (!begun.ok) return outcomeOf(begun.failure)
  const run = new SyncRun(parts, begun.value, signal)
  const outcome = await run.toItsEnd()
  if (outcome.kind === 'superseded' || outcome.kind === 'aborted') return outcome
  const trouble =
    outcome.kind === 'failed' ? outcome.problem.kind : outcome.kind === 'unfinished' ? outcome.kind : undefined
  const finished = await parts.replica.finish(begun.value.turn, { trouble, refused: run.refused })
  return finished.ok || outcome.kind === 'failed' ? outcome : outcomeOf(finished.failure)
}

const outcomeOf = (problem: ReplicaProblem | SyncProblem): SyncOutcome =>
  problem.kind === 'superseded' ? { kind: 'superseded' } : { kind: 'failed', problem }

/** The vaults that have tried what others could not open. */
const tried = new WeakSet<OpenVault>()

interface Exchange {
  readonly sent: ClockReading
  readonly received: ClockReading
  readonly answer: Awaited<ReturnType<Transport['exchange']>>
}

type Page = readonly OutgoingDocument[]

class SyncRun {
  readonly #parts: SyncParts
  readonly #signal: AbortSignal
  readonly #pages: OutgoingPages
  readonly #quarantined: Set<EnvelopeKey>
  #state: ReplicaState
  /** Something may be there that has not been taken: nothing is sent before. */
  #behind: boolean
  /** The next pull, asked for while the last one is being merged. */
  #ahead: Promise<Exchange> | undefined
  #sent = 0
  #received = 0

  constructor(parts: SyncParts, state: ReplicaState, signal: AbortSignal) {
    this.#parts = parts
    this.#state = state
    this.#signal = signal
    this.#quarantined = new Set(state.quarantined)
    this.#pages = new OutgoingPages(parts.replica, parts.vault, this.#quarantined, parts.pageDocuments)
    // C4: what a clock has stamped that cannot be trusted is put right before it is sent.
    this.#behind = !isTrusted(parts.clock) || state.epoch === '' || state.unsent > FEW
  }

  get refused() {
    return this.#pages.refused
  }

  async toItsEnd(): Promise<SyncOutcome> {
    const retried = await this.#retryQuarantined()
    if (!retried.ok) return outcomeOf(retried.failure)
    for (let request = 0; request < MOST_REQUESTS; request += 1) {
      if (this.#signal.aborted) return { kind: 'aborted' }
      const page = await this.#nextPage()
      if (!page.ok) return outcomeOf(page.failure)
      if (request > 0 && page.value.length === 0 && !this.#behind) return this.#ended(this.#pages.gaveUp)
      const settled = await this.#exchangeAndSettle(page.value)
      if (!settled.ok) return this.#signal.aborted ? { kind: 'aborted' } : outcomeOf(settled.failure)
    }
    return this.#ended(true)
  }

  #ended(unfinished: boolean): SyncOutcome {
    return { kind: unfinished ? 'unfinished' : 'done', sent: this.#sent, received: this.#received }
  }

  async #nextPage(): Promise<Result<Page, ReplicaProblem>> {
    return this.#behind ? ok([]) : this.#pages.next()
  }

  async #exchangeAndSettle(page: Page): Promise<Result<void, ReplicaProblem | SyncProblem>> {
    const exchanging = this.#ahead ?? this.#exchange(page, this.#state)
    this.#ahead = undefined
    if (page.length > 0) this.#pages.prepare()
    const { answer, ...clocks } = await exchanging
    if (answer.ok) return this.#settle(page, answer.value, clocks)
    if (answer.failure.kind !== 'too-large' || page.length === 0) return answer
    this.#pages.shrink(page)
    return ok(undefined)
  }

  async #exchange(page: Page, { epoch, cursor }: Pick<Position, 'epoch' | 'cursor'>): Promise<Exchange> {
    const { clock, transport } = this.#parts
    const sent = readClocks(clock)
    const push = page.map((document) => document.push)
    const answer = await transport.exchange({ v: PROTOCOL_VERSION, epoch, cursor, push }, this.#signal)
    return { sent, received: readClocks(clock), answer }
  }

  async #settle(
    page: Page,
    answer: SyncResponse,
    clocks: Pick<Exchange, 'sent' | 'received'>,
  ): Promise<Result<void, ReplicaProblem | SyncProblem>> {
    const isAnswer =
      answer.results.length === page.length && page.every(({ key }, at) => answer.results[at]?.key === key)
    if (!isAnswer) return fail({ kind: 'unexpected', status: undefined })
    // First, while nothing that the answer brings has been seen: what is known elsewhere is not put right.
    const clock = await this.#correctClock(answer, clocks)
    if (!clock.ok) return clock
    const known = this.#state
    if (known.epoch === answer.epoch && answer.cursor < known.cursor)
      return this.#startOver(answer.epoch, known.comparedAt)
    if (known.epoch !== '' && known.epoch !== answer.epoch) {
      // S6: for this server, the request's bases and cursor counted as 0, so the answer is the first page from there.
      const fresh = await this.#startOver(answer.epoch, known.comparedAt)
      if (!fresh.ok) return fresh
    }
    // No page may leave us where we were: that would go on for ever.
    if (answer.more && answer.cursor <= this.#state.cursor) return fail({ kind: 'unexpected', status: undefined })
    this.#behind = answer.more
    if (answer.more) this.#pullAhead(answer)
    const applied = await this.#apply(page, answer)
    if (!applied.ok || answer.more) return applied
    return this.#compare(answer)
  }

  #pullAhead(from: Pick<Position, 'epoch' | 'cursor'>): void {
    this.#ahead = this.#exchange([], from)
    // Nobody asks for it when what came before cannot be written.
    void Promise.allSettled([this.#ahead])
  }

  async #correctClock(
    { serverTime }: SyncResponse,
    { sent, received }: Pick<Exchange, 'sent' | 'received'>,
  ): Promise<Result<void, ReplicaProblem>> {
    const { clock, replica } = this.#parts
    const offset = offsetAfter(this.#state.clockOffset, sent, received, serverTime)
    if (offset !== this.#state.clockOffset) {
      const corrected = await replica.correctClock(this.#state, offset)
      if (!corrected.ok) return corrected
      this.#state = { ...this.#state, clockOffset: offset }
      this.#pages.restart()
    }
    trustClock(clock, received)
    return ok(undefined)
  }

  async #apply(page: Page, answer: SyncResponse): Promise<Result<void, ReplicaProblem>> {
    const { replica, vault } = this.#parts
    const sent: SentDocument[] = []
    const missing: EnvelopeKey[] = []
    const received: ReceivedEnvelope[] = []
    page.forEach((document, at) => {
      const result = answer.results[at]
      if (result?.status === 'ok') sent.push(sentDocument(document, result.version))
      else if (result?.status === 'rejected') this.#noteRejected(document, result)
      else if (result?.envelope === null) missing.push(document.key)
      else if (result !== undefined)
        received.push({ key: document.key, version: result.version, envelope: bytesOf(result.envelope) })
    })
    for (const { key, version, envelope } of answer.changes)
      received.push({ key, version, envelope: bytesOf(envelope) })
    const opened = await openEnvelopes(vault, received)
    const { epoch, cursor } = answer
    const applied = await replica.apply(this.#state, { epoch, cursor, sent, missing, ...opened })
    if (!applied.ok) return applied
    this.#state = applied.value
    for (const { key } of opened.unopened) this.#quarantined.add(key)
    for (const { key } of opened.incoming) this.#quarantined.delete(key)
    this.#sent += sent.length
    this.#received += opened.incoming.length
    return ok(undefined)
  }

  #noteRejected({ key }: OutgoingDocument, { reason }: Extract<PushResult, { status: 'rejected' }>): void {
    // There was no room for this conflict's answer beside the others: the next pass asks again.
    if (reason !== 'response-full') this.#pages.refuse(key, reason)
  }

  /** [S7] At the head both sides must hold the same. */
  async #compare({ epoch, digest }: SyncResponse): Promise<Result<void, ReplicaProblem>> {
    if (base64urlnopad.encode(this.#state.digest) === digest) return ok(undefined)
    const now = this.#parts.clock.now()
    if (Math.abs(now - this.#state.comparedAt) < COMPARE_EVERY_MS) return ok(undefined)
    return this.#startOver(epoch, now)
  }

  async #startOver(epoch: string, comparedAt: number): Promise<Result<void, ReplicaProblem>> {
    const started = await this.#parts.replica.startOver(this.#state, epoch, comparedAt)
    if (!started.ok) return started
    this.#state = started.value
    this.#quarantined.clear()
    this.#pages.restart()
    this.#behind = true
    return ok(undefined)
  }

  /** [E5] Another vault, or a newer version of the app, may open what could not be opened before. */
  async #retryQuarantined(): Promise<Result<void, ReplicaProblem>> {
    const { replica, vault } = this.#parts
    if (this.#quarantined.size === 0 || tried.has(vault)) return ok(undefined)
    const held = await replica.quarantined(MOST_RETRIED)
    if (!held.ok) return held
    const { incoming } = await openEnvelopes(vault, held.value)
    const { epoch, cursor } = this.#state
    if (incoming.length > 0) {
      const applied = await replica.apply(this.#state, { epoch, cursor, sent: [], missing: [], incoming, unopened: [] })
      if (!applied.ok) return applied
      this.#state = applied.value
      for (const { key } of incoming) this.#quarantined.delete(key)
    }
    tried.add(vault)
    return ok(undefined)
  }
}

function sentDocument({ collection, id, token, key, envelope }: OutgoingDocument, version: number): SentDocument {
  return { collection, id, token, key, version, part: digestPart(key, version, envelope) }
}

/** An envelope's bytes. The messages were parsed, so it is base64url. */
function bytesOf(envelope: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(base64urlnopad.decode(envelope))
}
