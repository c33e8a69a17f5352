import type { EnvelopeKey } from '../../shared/sync/messages.ts'

/** A document that the server does not hold as it is here. A row of `outbox`. */
export interface UnsentRow {
  readonly collection: string
  readonly id: string
  /** When the oldest of its edits that are not backed up was made, by this device's clock; ms since 1970 UTC. */
  readonly since: number
  /** Another with every write, so that an answer clears no edit that came after what it answers [D1]. */
  readonly token: string
}

/** What the server is known to hold, packed: see remote-versions.ts. A row of `remote`. */
export interface RemoteShard {
  /** The first character of the keys in it. */
  readonly shard: string
  readonly entries: Uint8Array<ArrayBuffer>
}

/** [E5] An envelope that could not be opened, kept for a vault that can. A row of `quarantine`. */
export interface QuarantinedRow {
  readonly key: EnvelopeKey
  readonly version: number
  readonly problem: 'format' | 'key' | 'content'
  /** ms since 1970 UTC */
  readonly at: number
  readonly envelope: Uint8Array<ArrayBuffer>
}

/** The keys of an open vault, as IndexedDB keeps them. `sealKey` and `indexKey` are not extractable. */
export interface StoredKeys {
  readonly indexKey: CryptoKey
  readonly sealKey: CryptoKey
  /** The vault key, wrapped, with which this device makes new keyslots (web/sync/vault/kept-vault-key.ts). */
  readonly kept?: {
    readonly keeper: CryptoKey
    readonly iv: Uint8Array<ArrayBuffer>
    readonly wrapped: Uint8Array<ArrayBuffer>
  }
}

/** The account that this device synchronises with. A row of `sync`. */
export interface SyncAccountRow {
  readonly name: 'account'
  readonly account: string
  readonly keys: StoredKeys
  /** Another each time synchronisation is turned on, so that a run from before writes nothing. */
  readonly turn: string
}

/** How far this device has come. A row of `sync`. */
export interface SyncProgressRow {
  readonly name: 'progress'
  /** Empty before the first answer. */
  readonly epoch: string
  readonly cursor: number
  /** Of what `remote` says: shared/sync/digest.ts. */
  readonly digest: Uint8Array<ArrayBuffer>
  /** [S7] When everything was last pulled again because the digests differed; ms since 1970 UTC, 0: never. */
  readonly comparedAt: number
}

/** How the last run went. A row of `sync`. */
export interface SyncReportRow {
  readonly name: 'report'
  readonly lastSuccessAt: number | undefined
  readonly problem: SyncTrouble | undefined
  readonly refused: Refused | undefined
  readonly loss: PullLoss | undefined
}

/** Why the last run did not come to its end. */
export interface SyncTrouble {
  readonly kind:
    | 'offline'
    | 'signed-out'
    | 'too-large'
    | 'busy'
    | 'other-version'
    | 'unexpected'
    | 'storage'
    | 'unfinished'
  /** ms since 1970 UTC */
  readonly at: number
}

/** [S5] Documents that the server did not take: how many, and why the first of them. They stay here, and unsent. */
export interface Refused {
  readonly count: number
  readonly reason: 'malformed' | 'too-large' | 'duplicate' | 'quota' | 'response-full'
}

/** [D7] Another device deleted over half of a collection. `point` is the recovery point from before. */
export interface PullLoss {
  readonly point: string
  readonly collection: string
  readonly deleted: number
  /** ms since 1970 UTC */
  readonly at: number
}

export type SyncRow = SyncAccountRow | SyncProgressRow | SyncReportRow
