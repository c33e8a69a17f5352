import type { SaveProblem } from '../../store/save-problem.ts'
import type { TransportProblem } from './transport.ts'

/** How a run of the engine ended. Counts are documents. */
export type SyncOutcome =
  /** This device holds what the account holds, and the account what this device may send. */
  | { readonly kind: 'done'; readonly sent: number; readonly received: number }
  /** A bound was reached with something left to do, and another run goes on. */
  | { readonly kind: 'unfinished'; readonly sent: number; readonly received: number }
  /** Synchronisation is off, was turned off, or another runner has taken over: this run has written nothing since. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'aborted' }
  | { readonly kind: 'failed'; readonly problem: SyncProblem }

export type SyncProblem = TransportProblem | { readonly kind: 'storage'; readonly problem: SaveProblem }
