import * as z from 'zod'
import { fail, ok, type Result } from '../../../shared/result/result.ts'
import { paused } from '../deadlines.ts'
import { contentSchema, textOf } from './frames.ts'
import type { LettaCalls } from './settings.ts'
import { PROTOCOL, type Trouble, tried } from './trouble.ts'

/** What became of a turn that could not be followed. */
export type Settled =
  | { readonly kind: 'answered'; readonly text: string }
  | { readonly kind: 'failed' }
  | { readonly kind: 'cancelled' }
  /** The server knows nothing of it: it was never taken, or it failed in its first step and was rolled back. */
  | { readonly kind: 'unknown' }

/** Messages of the latest page, in which a turn that has just ended stands. */
const LATEST = 50
/** Looks at a run that cannot be had, before that is the end. */
const MOST_LOOKS = 5

/**
 * Waits until a turn is over that cannot be followed, and reads what was answered where that is kept. Only a run that is over has
 * left messages. It can be waited for as long as the signal allows.
 */
export async function settle(
  calls: LettaCalls,
  turn: { readonly agentId: string; readonly otids: readonly string[]; readonly runId: string | undefined },
  signal: AbortSignal,
): Promise<Result<Settled, Trouble>> {
  let misses = 0
  for (;;) {
    const status = await statusOf(calls, turn, signal)
    if (status.ok) {
      if (status.value === 'failed') return ok({ kind: 'failed' })
      if (status.value === 'cancelled') return ok({ kind: 'cancelled' })
      if (status.value === 'over') return answerTo(calls, turn, signal)
    } else {
      misses += 1
      if (status.failure.kind !== 'lost' || misses >= MOST_LOOKS) return status
    }
    const wait = await paused(calls.platform.times.poll, signal)
    if (wait === 'aborted') return fail({ kind: 'aborted' })
  }
}

type Status = 'running' | 'over' | 'failed' | 'cancelled'

async function statusOf(
  calls: LettaCalls,
  { agentId, runId }: { readonly agentId: string; readonly runId: string | undefined },
  signal: AbortSignal,
): Promise<Result<Status, Trouble>> {
  const run = runId === undefined ? ok('over' as const) : await statusOfRun(calls, runId, signal)
  // A turn may go on in another run.
  return run.ok && run.value === 'over' ? anyActive(calls, agentId, signal) : run
}

async function statusOfRun(
  { client, platform }: LettaCalls,
  runId: string,
  signal: AbortSignal,
): Promise<Result<Status, Trouble>> {
  const run = await tried(platform.now, () => client.runs.retrieve(runId, { signal }))
  if (!run.ok) return run.failure.kind === 'gone' ? ok('over') : run
  const parsed = runSchema.safeParse(run.value)
  if (!parsed.success) return fail(PROTOCOL)
  const { status } = parsed.data
  if (status === 'failed' || status === 'cancelled') return ok(status)
  return ok(status === 'completed' ? 'over' : 'running')
}

async function anyActive(
  { client, platform }: LettaCalls,
  agentId: string,
  signal: AbortSignal,
): Promise<Result<Status, Trouble>> {
  const page = await tried(platform.now, () =>
    client.runs.list({ agent_id: agentId, active: true, limit: 1 }, { signal }),
  )
  if (!page.ok) return page
  return ok(page.value.items.length > 0 ? 'running' : 'over')
}

/** The text of the messages after the question, which the server keeps with the otid that we gave it. */
async function answerTo(
  { client, platform }: LettaCalls,
  { agentId, otids }: { readonly agentId: string; readonly otids: readonly string[] },
  signal: AbortSignal,
): Promise<Result<Settled, Trouble>> {
  const page = await tried(platform.now, () =>
    client.agents.messages.list(
      agentId,
      // No cursor, because servers do not agree in which direction it goes.
      { limit: LATEST, order: 'desc', include_return_message_types: ['user_message', 'assistant_message'] },
      { signal },
    ),
  )
  if (!page.ok) return page
  const rows = rowsSchema.safeParse(page.value.items)
  if (!rows.success) return fail(PROTOCOL)
  const inOrder = rows.data.reverse()
  const asked = inOrder.findIndex(
    ({ message_type, otid }) => message_type === 'user_message' && otids.some((own) => own === otid),
  )
  if (asked === -1) return ok({ kind: 'unknown' })
  const after = inOrder.slice(asked + 1)
  const next = after.findIndex(({ message_type }) => message_type === 'user_message')
  const answers = next === -1 ? after : after.slice(0, next)
  return ok({
    kind: 'answered',
    text: answers
      .map(({ content }) => textOf(content))
      .join('')
      .toWellFormed(),
  })
}

const runSchema = z.looseObject({ status: z.string().nullish() })
const rowsSchema = z.array(
  z.looseObject({ message_type: z.string(), otid: z.string().nullish(), content: contentSchema }),
)
