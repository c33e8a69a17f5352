import { hash } from 'node:crypto'
import { DIGEST_BYTES, digestMessage, xorInto } from '../../shared/sync/digest.ts'
import type { EnvelopeKey } from '../../shared/sync/messages.ts'
import type { Exchange, Push } from './ports.ts'

/** Bytes of the envelopes that the conflicts of one request are answered with together. */
export const CONFLICT_BYTES = 4 * 1024 * 1024

/** What a store keeps for each account: its highest version, and what its documents come to. */
export interface Ledger {
  readonly head: number
  readonly count: number
  readonly bytes: number
  readonly digest: Uint8Array
}

export const EMPTY_LEDGER: Ledger = { head: 0, count: 0, bytes: 0, digest: new Uint8Array(DIGEST_BYTES) }

/** What a store knows of a document without giving out its envelope. `part` is what it adds to the account's digest. */
export interface StoredDocument {
  readonly version: number
  readonly bytes: number
  readonly part: Uint8Array
  /** 1 where the pushed bytes are stored, 0 where others are. Undefined: the store has not compared them, their parts tell. */
  readonly same?: number
}

/** A document to write; `replaces` where the account has it already. */
export interface DocumentWrite {
  readonly key: EnvelopeKey
  readonly version: number
  readonly part: Uint8Array
  readonly envelope: Uint8Array
  readonly replaces: boolean
}

/** An outcome in which the stored envelope, where there is one, is still to be read. */
export type Verdict =
  | { readonly key: EnvelopeKey; readonly status: 'ok'; readonly version: number }
  | { readonly key: EnvelopeKey; readonly status: 'conflict'; readonly version: number }
  | { readonly key: EnvelopeKey; readonly status: 'rejected'; readonly reason: 'quota' | 'response-full' }

export interface Plan {
  /** The account after the writes. */
  readonly ledger: Ledger
  readonly writes: readonly DocumentWrite[]
  /** In the order of the pushes. A conflict at version 0 has no envelope. */
  readonly verdicts: readonly Verdict[]
}

/**
 * [S1] [S2] [S3] Judges the pushes of a request in their order, against what `find` says is stored. Its cost depends on the
 * request alone: count, bytes and digest are brought forward from the ledger. `knownEpoch` is false where the device speaks
 * of another server's data, and then bases count as 0.
 */
export function planPushes(
  ledger: Ledger,
  { push, quotaBytes }: Pick<Exchange, 'push' | 'quotaBytes'>,
  knownEpoch: boolean,
  find: (push: Push) => StoredDocument | undefined,
): Plan {
  const digest = Uint8Array.from(ledger.digest)
  let { head, count, bytes } = ledger
  let conflictBytes = 0
  const writes: DocumentWrite[] = []

  const judge = (push: Push): Verdict => {
    const { key, base, envelope } = push
    const stored = find(push)
    let envelopeHash: Uint8Array | undefined
    const partAt = (version: number) => {
      envelopeHash ??= hash('sha256', envelope, 'buffer')
      return hash('sha256', digestMessage(key, version, envelopeHash), 'buffer').subarray(0, DIGEST_BYTES)
    }

    const isSame = (held: StoredDocument) =>
      held.same === undefined ? partAt(held.version).equals(held.part) : held.same === 1
    if (stored !== undefined && isSame(stored)) return { key, status: 'ok', version: stored.version }
    const version = stored?.version ?? 0
    if (version !== (knownEpoch ? base : 0)) {
      const held = stored?.bytes ?? 0
      if (conflictBytes + held > CONFLICT_BYTES) return { key, status: 'rejected', reason: 'response-full' }
      conflictBytes += held
      return { key, status: 'conflict', version }
    }
    const growth = envelope.length - (stored?.bytes ?? 0)
    // What does not grow is taken even over quota, so that a person whose quota was lowered can still edit.
    if (growth > 0 && bytes + growth > quotaBytes) return { key, status: 'rejected', reason: 'quota' }
    head += 1
    bytes += growth
    if (stored === undefined) count += 1
    else xorInto(digest, stored.part)
    const part = partAt(head)
    xorInto(digest, part)
    writes.push({ key, version: head, part, envelope, replaces: stored !== undefined })
    return { key, status: 'ok', version: head }
  }

  const verdicts = push.map(judge)
  return { ledger: { head, count, bytes, digest }, writes, verdicts }
}
