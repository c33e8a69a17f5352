import type { Context } from 'hono'
import * as z from 'zod'
import { type RejectedReason, type SyncResponse, syncRequestSchema } from '../../shared/sync/messages.ts'
import { LIMITS, PATHS, PROTOCOL_VERSION } from '../../shared/sync/protocol.ts'
import { readJson } from '../security/json-body.ts'
import type { Route } from '../security/route.ts'
import type { Session } from '../security/session.ts'
import type { ExchangeOutcome, Store } from '../store/ports.ts'
import { answerJson } from './answer-json.ts'
import { type JudgedOutcome, judgeItems } from './push-items.ts'

export interface ExchangeRouteOptions {
  readonly store: Pick<Store, 'sync' | 'pokes'>
  /** Bytes that an account's envelopes may hold together. */
  readonly quotaBytes: number
  /** Told of each item that never comes to the store, why. */
  readonly onRefused: (reason: RejectedReason) => void
  /** ms since 1970 UTC. */
  readonly now: () => number
}

/** The exchange: what a device has to say, and what it has not heard yet. */
export function exchangeRoute({ store, quotaBytes, onRefused, now }: ExchangeRouteOptions): Route {
  async function exchange(context: Context, { account }: Session): Promise<Response> {
    const body = await readJson(context, LIMITS.bodyBytes)
    if (!body.ok) return context.json({ error: body.failure.error }, body.failure.status)
    const problem = problemOf(body.value)
    if (problem !== undefined) return context.json(...problem)
    const request = syncRequestSchema.safeParse(body.value)
    if (!request.success) return context.json({ error: 'the body is no request of this protocol' }, 400)

    const { epoch, cursor, push } = request.data
    const judged = judgeItems(push)
    const outcome = await store.sync.exchange(account, {
      epoch,
      cursor,
      push: judged.push,
      quotaBytes,
      pageDocuments: LIMITS.documents,
      pageBytes: LIMITS.bodyBytes,
    })
    for (const reason of judged.refusals) onRefused(reason)
    if (wrote(outcome)) store.pokes.publish(account)
    return answerJson(context, toResponse(outcome, judged.arrange(outcome.results), now()))
  }

  return { method: 'POST', path: PATHS.sync, authorisation: 'account', handle: exchange }
}

/** What can be said of a request of any version, which may have any other shape. */
const versionSchema = z.object({ v: z.int().min(1), push: z.unknown() })

function problemOf(body: unknown): [body: object, status: 400 | 413 | 426] | undefined {
  const any = versionSchema.safeParse(body)
  if (!any.success) return [{ error: 'the body is no request of this protocol' }, 400]
  const { v, push } = any.data
  if (v > PROTOCOL_VERSION) return [{ error: 'this server speaks an older version', speaks: PROTOCOL_VERSION }, 426]
  if (Array.isArray(push) && push.length > LIMITS.documents)
    return [{ error: 'too many documents in one request' }, 413]
  return undefined
}

/** Whether this request may have moved the account's version: its last write has it. A repeated push may look the same. */
const wrote = ({ results, head }: ExchangeOutcome) =>
  results.some((result) => result.status === 'ok' && result.version === head)

function toResponse(outcome: ExchangeOutcome, results: readonly JudgedOutcome[], serverTime: number): SyncResponse {
  return {
    v: PROTOCOL_VERSION,
    epoch: outcome.epoch,
    serverTime,
    results: results.map((result) =>
      result.status === 'conflict'
        ? { ...result, envelope: result.envelope === null ? null : base64url(result.envelope) }
        : result,
    ),
    changes: outcome.changes.map(({ key, version, envelope }) => ({ key, version, envelope: base64url(envelope) })),
    cursor: outcome.cursor,
    more: outcome.more,
    count: outcome.count,
    digest: base64url(outcome.digest),
  }
}

const base64url = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url')
