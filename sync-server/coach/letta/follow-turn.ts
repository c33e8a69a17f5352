import type { CoachErrorCode, CoachStop } from '../../../shared/coach/events.ts'
import { fail } from '../../../shared/result/result.ts'
import { paused } from '../deadlines.ts'
import type { CoachEnd, CoachEvent } from '../port.ts'
import type { Piece } from '../reply.ts'
import { pendingCalls } from './approvals.ts'
import type { Frame } from './frames.ts'
import { nextStep, type Step } from './next-step.ts'
import { type Opened, openAgain, openDenial, openQuestion } from './open-stream.ts'
import { type FrameStream, readStream, type StreamEnd } from './read-stream.ts'
import { addOtid, type RunningTurn } from './running-turn.ts'
import { settle } from './settle.ts'
import { tried } from './trouble.ts'

/** How a turn ends, or that it could not begin because the agent is not there. */
export type FollowedEnd = CoachEnd | { readonly type: 'gone' }

/**
 * Follows a turn to its end: from the question or, where that was asked before, from the cursor. Whatever happens, the question is
 * sent again only where the server has said that it did not take it.
 */
export async function* followTurn(turn: RunningTurn): AsyncGenerator<CoachEvent, FollowedEnd> {
  let opened = turn.text === undefined ? await takenUp(turn) : await openQuestion(turn)
  for (;;) {
    const end = opened.ok ? yield* followStream(turn, opened.value) : opened.failure
    const step: Step = turn.reply.full ? { kind: 'done', stop: 'max_tokens' } : nextStep(turn, end)
    switch (step.kind) {
      case 'gone':
        return { type: 'gone' }
      case 'fail':
        return failed(turn, step.code, step)
      case 'done':
        if (turn.reply.full) await stop(turn)
        return yield* finished(turn, step.stop)
      case 'settle':
        return yield* settled(turn)
      case 'ask':
        opened = await openQuestion(turn)
        break
      case 'deny':
        turn.isContinued = true
        opened = await deny(turn)
        break
      case 'clear':
        await drain(turn, await deny(turn))
        beginAnew(turn)
        opened = await openQuestion(turn)
        break
      case 'again':
        turn.reply.drop()
        await paused(step.afterMs, turn.signal)
        opened = await openAgain(turn)
        break
    }
  }
}

/** The reply so far cannot be read again from the middle where no cursor says where that is. */
const takenUp = (turn: RunningTurn): Promise<Opened> =>
  turn.cursor === undefined && turn.reply.text !== ''
    ? Promise.resolve(fail({ kind: 'not-followed' }))
    : openAgain(turn)

async function* followStream(turn: RunningTurn, stream: FrameStream): AsyncGenerator<CoachEvent, StreamEnd> {
  const { platform } = turn.calls
  const frames = readStream(stream, platform.times, platform.now, turn.signal)
  if (turn.accepted === 'no') turn.accepted = 'unknown'
  try {
    for (;;) {
      const next = await frames.next()
      if (next.done === true) return next.value
      yield* passedFrame(turn, next.value)
      if (turn.reply.full) return { kind: 'aborted' }
    }
  } finally {
    // Where the reader leaves in the middle, the stream is closed all the same.
    await frames.return({ kind: 'aborted' })
  }
}

function* passedFrame(turn: RunningTurn, { runId, text, cursor, usage }: Frame): Generator<CoachEvent> {
  if (runId !== undefined && runId !== turn.runId) {
    turn.runId = runId
    turn.cursor = undefined
    turn.accepted = 'yes'
    if (!turn.isContinued) yield { type: 'run', runId }
  }
  turn.usage = usage ?? turn.usage
  if (text === undefined || (cursor !== undefined && turn.cursor !== undefined && cursor <= turn.cursor)) return
  turn.accepted = 'yes'
  turn.tries = 0
  const piece = turn.reply.add(text, cursor)
  if (piece !== undefined) yield passedOn(turn, piece)
}

function passedOn(turn: RunningTurn, piece: Piece): CoachEvent {
  turn.cursor = piece.cursor ?? turn.cursor
  return turn.isContinued ? { type: 'delta', text: piece.text } : { type: 'delta', ...piece }
}

/** The stream of what the agent says once it may not use the tools for which it waits. */
async function deny(turn: RunningTurn): Promise<Opened> {
  const { calls, agentId, signal } = turn
  const pending = await pendingCalls(calls, agentId, signal)
  if (!pending.ok) return pending
  if (pending.value.length > 0) return openDenial(turn, pending.value)
  // It was told so already, by whoever followed the turn before.
  return fail({ kind: 'not-followed' })
}

/** The question is asked as another message, because the server answers the one it has seen with the turn that failed. */
function beginAnew(turn: RunningTurn): void {
  addOtid(turn)
  turn.runId = undefined
  turn.cursor = undefined
  turn.isContinued = false
  turn.accepted = 'no'
}

/** Reads what belongs to an earlier turn. What goes wrong with it shows when the question is asked. */
async function drain({ calls: { platform }, signal }: RunningTurn, opened: Opened): Promise<void> {
  if (!opened.ok) return
  for await (const _ of readStream(opened.value, platform.times, platform.now, signal));
}

/** What runs upstream would go on for nobody. Where it cannot be stopped it ends by itself. */
async function stop({ calls, agentId, runId }: RunningTurn): Promise<void> {
  if (runId !== undefined) await cancelRun(calls, agentId, runId)
}

export async function cancelRun(
  { client, platform }: RunningTurn['calls'],
  agentId: string,
  runId: string | undefined,
): Promise<void> {
  const cancel = (body: { run_ids?: string[] }) =>
    tried(platform.now, () => client.agents.messages.cancel(agentId, body))
  const cancelled = await cancel(runId === undefined ? {} : { run_ids: [runId] })
  // It is over, and perhaps another goes on with it: a person has one turn at a time.
  if (!cancelled.ok && runId !== undefined) await cancel({})
}

/** The end of a turn that could not be followed to it. */
async function* settled(turn: RunningTurn): AsyncGenerator<CoachEvent, CoachEnd> {
  const { calls, signal, reply } = turn
  reply.drop()
  const outcome = await settle(calls, turn, signal)
  if (!outcome.ok) {
    const { failure } = outcome
    if (failure.kind === 'failed' && turn.doubt === undefined) return failed(turn, failure.code, failure)
    return failed(turn, failure.kind === 'aborted' ? 'cancelled' : brokenAs(turn), { retryable: true })
  }
  switch (outcome.value.kind) {
    case 'cancelled':
      return failed(turn, 'cancelled', { retryable: true })
    case 'failed':
      turn.accepted = 'yes'
      return failed(turn, 'llm', { retryable: true })
    case 'unknown':
      if (turn.accepted !== 'yes') turn.accepted = 'no'
      return failed(turn, brokenAs(turn), { retryable: true })
    case 'answered': {
      turn.accepted = 'yes'
      const { text } = outcome.value
      if (!text.startsWith(reply.text)) return failed(turn, 'cut', { retryable: true })
      const rest = reply.add(text.slice(reply.text.length))
      if (rest !== undefined) yield passedOn(turn, rest)
      return yield* finished(turn, reply.full ? 'max_tokens' : 'end_turn')
    }
  }
}

/** What is said of a turn that broke off: once something was taken, that it did; before, why it was not. */
const brokenAs = ({ accepted, doubt }: RunningTurn): CoachErrorCode =>
  accepted === 'yes' ? (doubt === 'timeout' ? 'timeout' : 'cut') : (doubt ?? 'cut')

async function* finished(turn: RunningTurn, stop: CoachStop): AsyncGenerator<CoachEvent, CoachEnd> {
  const last = turn.reply.end()
  if (last !== undefined) yield passedOn(turn, last)
  const { text } = turn.reply
  // A model that says nothing has failed, whatever it calls that.
  if (text === '') return failed(turn, 'llm', { retryable: true })
  return { type: 'done', text, stop, ...usageOf(turn) }
}

function failed(
  turn: RunningTurn,
  code: CoachErrorCode,
  { retryable, retryAfterMs }: { readonly retryable: boolean; readonly retryAfterMs?: number },
): CoachEnd {
  return {
    type: 'error',
    code,
    retryable,
    accepted: turn.accepted,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    partial: turn.reply.text,
    ...usageOf(turn),
  }
}

const usageOf = ({ usage }: RunningTurn) => (usage === undefined ? {} : { usage })
