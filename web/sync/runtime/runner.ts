import type { Database } from '../../store/database.ts'
import { readSyncAccount } from '../../store/sync-switch.ts'
import type { DeviceClock } from '../engine/device-clock.ts'
import type { Replica } from '../engine/replica.ts'
import { runSync } from '../engine/run-sync.ts'
import { storeReplica } from '../engine/store-replica.ts'
import type { SyncOutcome } from '../engine/sync-outcome.ts'
import type { Transport } from '../engine/transport.ts'
import { deviceKeysSchema } from '../vault/device-keys.ts'
import { openVault } from '../vault/make-vault.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { asOnlyRunner, type RunnerLocks } from './one-runner.ts'
import type { Occasion, RunEnd } from './scheduler.ts'

export interface RunnerParts {
  readonly db: Database
  readonly transport: Transport
  readonly locks: RunnerLocks
  readonly clock: DeviceClock
  readonly randomBytes: (length: number) => Uint8Array<ArrayBuffer>
}

/** Runs the engine in one process, with the account and keys of this device. */
export class Runner {
  readonly #parts: RunnerParts
  readonly #replica: Replica
  #held: { readonly account: string; readonly vault: OpenVault } | undefined

  constructor(parts: RunnerParts) {
    this.#parts = parts
    this.#replica = storeReplica(parts.db)
  }

  /** One run, alone over all tabs and the service worker. Does nothing where synchronisation is off. */
  async run(occasion: Occasion, signal: AbortSignal): Promise<RunEnd> {
    const { db, transport, locks, clock, randomBytes } = this.#parts
    const held = await readSyncAccount(db)
    if (held === undefined) return { kind: 'given-up' }
    // What could not be opened is tried once with each vault. A person who asks, or has signed in, has it tried again.
    if (this.#held?.account !== held.account || occasion === 'by-hand') {
      const keys = deviceKeysSchema.parse(held.keys)
      this.#held = { account: held.account, vault: openVault({ accountId: held.account, keys, randomBytes }) }
    }
    const { vault } = this.#held
    const ran = await asOnlyRunner((inner) => runSync({ replica: this.#replica, transport, vault, clock }, inner), {
      locks,
      signal,
    })
    if (ran.ok) return endOf(ran.value)
    // The one that took over may not come to its end.
    return ran.failure.kind === 'taken-over' ? { kind: 'again' } : { kind: 'given-up' }
  }
}

function endOf(outcome: SyncOutcome): RunEnd {
  switch (outcome.kind) {
    case 'done':
      return { kind: 'done' }
    case 'unfinished':
    case 'aborted':
    case 'superseded':
      return { kind: 'again' }
    case 'failed':
      return afterProblem(outcome.problem)
  }
}

function afterProblem(problem: Extract<SyncOutcome, { kind: 'failed' }>['problem']): RunEnd {
  switch (problem.kind) {
    case 'signed-out':
      return { kind: 'signed-out' }
    case 'busy':
      return { kind: 'again', afterMs: problem.afterMs }
    case 'offline':
    case 'storage':
    // A server in the middle of an update answers nonsense for a while.
    case 'unexpected':
      return { kind: 'again' }
    case 'too-large':
    case 'other-version':
      return { kind: 'given-up' }
  }
}
