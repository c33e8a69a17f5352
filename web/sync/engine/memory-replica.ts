import { type Document, emptyDocument, type Fields } from '../../../shared/document/document.ts'
import { NO_STAMP, type Stamp } from '../../../shared/document/stamp.ts'
import { fail, ok, type Result } from '../../../shared/result/result.ts'
import { DIGEST_BYTES, xorInto } from '../../../shared/sync/digest.ts'
import type { EnvelopeKey } from '../../../shared/sync/messages.ts'
import { highestStamp, type RemotePage } from '../../store/apply-remote.ts'
import { correctedStamps } from '../../store/corrected-stamps.ts'
import { editedBy, stampAfter, textKeyOf } from '../../store/edited-document.ts'
import { mergeRemote } from '../../store/merge-remote.ts'
import { changesOutgoing, outgoing } from '../../store/outgoing.ts'
import type { RemoteVersion } from '../../store/remote-versions.ts'
import type { QuarantinedRow } from '../../store/sync-rows.ts'
import type { Position, Replica, ReplicaProblem, ReplicaState, RunReport, UnsentDocument } from './replica.ts'

/** For tests of the engine that need thousands of devices: what the store does, in memory. One contract holds for both. */
export interface MemoryReplica extends Replica {
  readonly documents: ReadonlyMap<string, Document>
  readonly unsent: ReadonlyMap<string, string>
  /** What the last finished run said. */
  readonly report: RunReport | undefined
  /** An edit of the person, as the store's write path makes it. Answers its stamp; undefined: nothing was to be written. */
  edit(collection: string, id: string, fields: Fields): Stamp | undefined
  turnOn(): void
  turnOff(): void
}

export interface MemoryReplicaOptions {
  /** The time, ms since 1970 UTC. */
  readonly now: () => number
  readonly broken?: Breakage
}

/** What tests break on purpose, to see that they would notice. */
export interface Breakage {
  readonly merge?: typeof mergeRemote
  /** [D1] Takes a mark whatever was written since. */
  readonly clearsAnyToken?: boolean
  /** Gives a base to what has been merged since it was read. */
  readonly anyBase?: boolean
  /** [D2] Writes the cursor, waits for this, and then the documents. */
  readonly afterCursor?: () => Promise<void>
  /** [C4] Puts right also what is known elsewhere. */
  readonly forgetsShared?: boolean
}

interface State {
  turn: number
  on: boolean
  epoch: string
  cursor: number
  comparedAt: number
  digest: Uint8Array<ArrayBuffer>
  last: Stamp
  shared: Stamp
  offset: number
  tokens: number
}

export function memoryReplica({ now, broken = {} }: MemoryReplicaOptions): MemoryReplica {
  const { merge = mergeRemote } = broken
  const documents = new Map<string, Document>()
  const unsent = new Map<string, string>()
  const remote = new Map<EnvelopeKey, RemoteVersion>()
  const quarantine = new Map<EnvelopeKey, QuarantinedRow>()
  let report: RunReport | undefined
  const state: State = {
    turn: 0,
    on: false,
    epoch: '',
    cursor: 0,
    comparedAt: 0,
    digest: new Uint8Array(DIGEST_BYTES),
    last: NO_STAMP,
    shared: NO_STAMP,
    offset: 0,
    tokens: 0,
  }

  const mark = (key: string) => unsent.set(key, `${++state.tokens}`)
  const view = (): ReplicaState => ({
    turn: `${state.turn}`,
    epoch: state.epoch,
    cursor: state.cursor,
    comparedAt: state.comparedAt,
    digest: state.digest,
    clockOffset: state.offset,
    unsent: unsent.size,
    quarantined: new Set(quarantine.keys()),
  })

  async function goOn<Value>(from: Position, work: () => Value): Promise<Result<Value, ReplicaProblem>> {
    const stands =
      state.on && `${state.turn}` === from.turn && state.epoch === from.epoch && state.cursor === from.cursor
    return stands ? ok(work()) : fail({ kind: 'superseded' })
  }

  function forgetServer(epoch: string, comparedAt: number): void {
    remote.clear()
    quarantine.clear()
    Object.assign(state, { epoch, cursor: 0, comparedAt, digest: new Uint8Array(DIGEST_BYTES) })
    for (const [key, document] of documents) if (!unsent.has(key) && outgoing(document) !== undefined) mark(key)
  }

  function note(noted: RemoteVersion): void {
    const held = remote.get(noted.key)
    if (noted.version !== 0 && noted.version <= (held?.version ?? 0)) return
    const digest = new Uint8Array(state.digest)
    if (held !== undefined) xorInto(digest, held.part)
    if (noted.version === 0) remote.delete(noted.key)
    else {
      remote.set(noted.key, noted)
      xorInto(digest, noted.part)
    }
    state.digest = digest
  }

  function writeDocuments(page: RemotePage): void {
    for (const sent of page.sent) {
      const key = textKeyOf(sent)
      if (broken.clearsAnyToken || unsent.get(key) === sent.token) unsent.delete(key)
    }
    for (const { key, document } of page.incoming) {
      const name = textKeyOf(document)
      const { after, owes } = merge(documents.get(name), document)
      documents.set(name, after)
      if (owes) mark(name)
      else unsent.delete(name)
      quarantine.delete(key)
    }
    for (const { key, version, problem, envelope } of page.unopened)
      quarantine.set(key, { key, version, problem, envelope, at: now() })
    const highest = highestStamp(page.incoming.map(({ document }) => document))
    if (highest > state.last) state.last = highest
    if (highest > state.shared) state.shared = highest
  }

  function writeProgress(page: RemotePage): void {
    const missing = page.missing.map((key): RemoteVersion => ({ key, version: 0, part: new Uint8Array(DIGEST_BYTES) }))
    for (const noted of [...page.sent, ...page.incoming, ...page.unopened, ...missing]) note(noted)
    state.epoch = page.epoch
    state.cursor = page.cursor
  }

  function correct(offset: number): void {
    const correction = {
      by: offset - state.offset,
      now: now() + offset,
      shared: broken.forgetsShared ? NO_STAMP : state.shared,
    }
    state.offset = offset
    const stamps = [...unsent.keys()].flatMap((key) => Object.values(documents.get(key)?.stamps ?? {}))
    const corrected = correctedStamps(stamps, correction)
    for (const key of [...unsent.keys()]) {
      const document = documents.get(key)
      if (document === undefined || !Object.values(document.stamps).some((stamp) => corrected.has(stamp))) continue
      const moved = Object.entries(document.stamps).map(([field, stamp]) => [field, corrected.get(stamp) ?? stamp])
      documents.set(key, { ...document, stamps: Object.fromEntries(moved) })
      mark(key)
    }
    state.last = Math.max(state.shared, ...corrected.values()) as Stamp
  }

  return {
    documents,
    unsent,
    get report() {
      return report
    },
    edit(collection, id, fields) {
      const key = textKeyOf({ collection, id })
      const before = documents.get(key)
      const stamp = stampAfter(now() + state.offset, state.last, [before ?? emptyDocument(collection, id)])
      const edited = editedBy(before, { collection, id, fields }, stamp)
      if (edited === undefined) return undefined
      documents.set(key, edited.after)
      state.last = stamp
      if (state.on && changesOutgoing(before, edited.after)) mark(key)
      return stamp
    },
    turnOn() {
      state.on = true
      state.turn += 1
      forgetServer('', 0)
    },
    turnOff() {
      state.on = false
      unsent.clear()
    },

    begin: async () => (state.on ? ok(view()) : fail({ kind: 'superseded' })),
    async take(after, limit) {
      const last = after === undefined ? '' : textKeyOf(after)
      const taken = [...unsent.keys()]
        .filter((key) => key > last)
        .sort((a, b) => (a < b ? -1 : 1))
        .slice(0, limit)
      const read = taken.map((key): UnsentDocument => {
        const document = documents.get(key)
        const [collection = '', id = ''] = key.split('\0')
        const token = unsent.get(key) ?? ''
        return { collection, id, token, document: document === undefined ? undefined : outgoing(document) }
      })
      const highest = highestStamp(read.flatMap(({ document }) => document ?? []))
      if (highest > state.shared) state.shared = highest
      return ok(read)
    },
    async bases(questions) {
      const unchanged = questions.filter(
        (question) => broken.anyBase || unsent.get(textKeyOf(question)) === question.token,
      )
      return ok(new Map(unchanged.map(({ key }) => [key, remote.get(key)?.version ?? 0])))
    },
    async apply(from, page) {
      const progressed = await goOn(from, () => writeProgress(page))
      if (!progressed.ok) return progressed
      if (broken.afterCursor !== undefined) await broken.afterCursor()
      writeDocuments(page)
      return ok(view())
    },
    startOver: (from, epoch, comparedAt) =>
      goOn(from, () => {
        forgetServer(epoch, comparedAt)
        return view()
      }),
    correctClock: (from, offset) => goOn(from, () => correct(offset)),
    quarantined: async (limit) => ok([...quarantine.values()].slice(0, limit)),
    async finish(_turn, finished) {
      report = finished
      return ok(undefined)
    },
  }
}
