import type { Result } from '../../../shared/result/result.ts'
import type { SyncRequest, SyncResponse } from '../../../shared/sync/messages.ts'

/** Why an exchange brought no answer that can be used. */
export type TransportProblem =
  /** No network, no server, or the answer was cut off. */
  | { readonly kind: 'offline' }
  /** The session is over: signing in again goes on where it stopped. */
  | { readonly kind: 'signed-out' }
  /** 413: what was sent is too large; smaller pages may pass. */
  | { readonly kind: 'too-large' }
  /** 429 or 503: come again later. `afterMs` as the server asks. */
  | { readonly kind: 'busy'; readonly afterMs: number | undefined }
  /** 426: the server speaks an older version. */
  | { readonly kind: 'other-version'; readonly speaks: number | undefined }
  /** An answer that is none of the protocol: a proxy's page, a status that means nothing here. */
  | { readonly kind: 'unexpected'; readonly status: number | undefined }

/** How the engine reaches the server. Parses what comes back; never throws for what can happen on a network. */
export interface Transport {
  exchange(request: SyncRequest, signal: AbortSignal): Promise<Result<SyncResponse, TransportProblem>>
}
