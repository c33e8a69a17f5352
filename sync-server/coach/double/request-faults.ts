import type { IncomingMessage } from 'node:http'
import type { StreamFault } from './stream-faults.ts'

/** A request as it came. */
export interface SeenRequest {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly body: string
  readonly headers: IncomingMessage['headers']
}

/** What goes wrong with a request. */
export type RequestFault =
  | {
      readonly kind: 'status'
      readonly status: number
      readonly body: unknown
      readonly headers?: Readonly<Record<string, string>>
      /** The request is carried out all the same. */
      readonly accepted?: true
    }
  /** The connection is destroyed before anything is answered; what was asked is done or not. */
  | { readonly kind: 'reset'; readonly accepted: boolean }
  | StreamFault

export interface PlannedFault {
  /** Requests that it is for: those whose method and path match, `POST /v1/...`. */
  readonly on: RegExp
  readonly fault: RequestFault
  /** Once, where this is left out. */
  readonly times?: number
}

/** The fault that is planned for a request, which is used up by it. `line`: its method and path. */
export function faultFor(faults: PlannedFault[], line: string): RequestFault | undefined {
  const at = faults.findIndex(({ on }) => on.test(line))
  const planned = faults[at]
  if (planned === undefined) return undefined
  const { times = 1 } = planned
  if (times <= 1) faults.splice(at, 1)
  else faults[at] = { ...planned, times: times - 1 }
  return planned.fault
}
