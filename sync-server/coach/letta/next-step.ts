import type { CoachErrorCode, CoachStop } from '../../../shared/coach/events.ts'
import type { StreamEnd } from './read-stream.ts'
import type { RunningTurn } from './running-turn.ts'
import { meaningOfStop } from './stops.ts'

/** What is done after a stream has ended, or could not be opened. */
export type Step =
  /** Asks the question: the server has said that it did not take it. */
  | { readonly kind: 'ask' }
  /** Takes the turn up again where it broke off. */
  | { readonly kind: 'again'; readonly afterMs: number }
  /** Says no to the calls of tools for which the agent waits, and goes on with the reply. */
  | { readonly kind: 'deny' }
  /** Says no to what an earlier turn has left, and then asks. */
  | { readonly kind: 'clear' }
  /** The turn cannot be followed: waits until it is over, and looks what it left. */
  | { readonly kind: 'settle' }
  /** The agent is not there. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'done'; readonly stop: CoachStop }
  | {
      readonly kind: 'fail'
      readonly code: CoachErrorCode
      readonly retryable: boolean
      readonly retryAfterMs?: number
    }

/** Streams in a row that bring nothing, before a turn is no longer followed. */
const MOST_TRIES = 4
/** Times that a turn is looked for where the server does not know it. */
const MOST_LOOKS = 2
/** An agent that goes on asking for tools is given up. */
const MOST_DENIALS = 2

/** Decides, and notes in the turn what the end of the stream has taught. */
export function nextStep(turn: RunningTurn, end: StreamEnd): Step {
  switch (end.kind) {
    case 'stopped':
      return afterStop(turn, end.reason)
    case 'failed':
      // What is refused is to be told how the turn goes on, and not the turn.
      if (turn.opening === 'again' && end.accepted === 'no')
        return end.retryable ? whenLost(turn, end.code) : { ...end, kind: 'fail' }
      if (turn.accepted !== 'yes') turn.accepted = end.accepted
      return { ...end, kind: 'fail' }
    case 'aborted':
      return { kind: 'fail', code: 'cancelled', retryable: true }
    case 'no-background':
      turn.inBackground = false
      return turn.opening === 'again'
        ? { kind: 'settle' }
        : turn.opening === 'denial'
          ? { kind: 'deny' }
          : { kind: 'ask' }
    case 'pending':
      return denying(turn, turn.opening === 'question' ? 'clear' : 'deny')
    case 'busy':
      return whenBusy(turn)
    case 'gone':
      return whenGone(turn)
    case 'not-followed':
      return { kind: 'settle' }
    case 'lost':
      return whenLost(turn, end.code)
  }
}

function afterStop(turn: RunningTurn, reason: string): Step {
  const meaning = meaningOfStop(reason)
  if (meaning.kind === 'asks') return denying(turn, 'deny')
  return meaning.kind === 'done' ? meaning : { kind: 'fail', code: meaning.code, retryable: meaning.retryable }
}

function denying(turn: RunningTurn, kind: 'deny' | 'clear'): Step {
  turn.denials += 1
  return turn.denials > MOST_DENIALS ? { kind: 'fail', code: 'approval_pending', retryable: false } : { kind }
}

/** The turn that is running may be this one, asked before by somebody who heard no answer. */
function whenBusy(turn: RunningTurn): Step {
  if (turn.opening === 'question' && turn.inBackground && turn.doubt === undefined) {
    turn.doubt = 'busy'
    return { kind: 'again', afterMs: 0 }
  }
  return { kind: 'fail', code: 'busy', retryable: true }
}

function whenGone(turn: RunningTurn): Step {
  if (turn.opening === 'question') return { kind: 'gone' }
  if (turn.accepted === 'yes') return { kind: 'settle' }
  // What was sent may still be on its way behind a gateway that gave up.
  if (turn.doubt !== 'busy' && turn.tries <= MOST_LOOKS) return again(turn)
  if (turn.doubt !== 'timeout') turn.accepted = 'no'
  return { kind: 'fail', code: turn.doubt ?? 'not_found', retryable: true }
}

function whenLost(turn: RunningTurn, code: CoachErrorCode): Step {
  if (turn.accepted === 'no') turn.accepted = 'unknown'
  turn.doubt = code
  // Without a cursor it would be read from its beginning.
  const canBeTakenUp = turn.inBackground && (turn.cursor !== undefined || turn.reply.text === '')
  return canBeTakenUp && turn.tries < MOST_TRIES ? again(turn) : { kind: 'settle' }
}

function again(turn: RunningTurn): Step {
  turn.tries += 1
  return { kind: 'again', afterMs: turn.calls.platform.times.pause * 2 ** (turn.tries - 1) }
}
