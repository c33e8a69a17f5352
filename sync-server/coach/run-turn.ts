import type { CoachErrorCode, Usage } from '../../shared/coach/events.ts'
import type { KeptAgent, TurnEnd } from '../store/coach-port.ts'
import { type LiveReply, liveReply } from './live-reply.ts'
import type { CoachEnd, CoachEvent, CoachKind, CoachRef } from './port.ts'
import type { TurnSaver } from './save-turn.ts'
import type { TurnEnding } from './turn-seal.ts'

/** What became of a turn on this process: it ended, or another process goes on with it. */
export type TurnOutcome = 'done' | CoachErrorCode | 'handed-over'

/** A turn that runs in this process. */
export interface RunningTurn {
  readonly reply: LiveReply
  /** Never rejects. */
  readonly finished: Promise<void>
  /** Stops it for good, at the agent's service too. */
  cancel(): void
  /** Lets another process go on with it: what runs at the service runs on. */
  handOver(): void
}

export interface RunTurn {
  readonly kind: CoachKind
  /** What is kept of the reply already, and who gives it. */
  readonly begun: string
  readonly agent: CoachRef | undefined
  readonly runId: string | undefined
  readonly events: (signal: AbortSignal) => AsyncIterable<CoachEvent>
  readonly saver: (on: { readonly cancelled: () => void; readonly lost: () => void }) => TurnSaver
  readonly cancelUpstream: (ref: CoachRef, runId: string | undefined) => Promise<void>
  /** Told once, when nothing more happens. `tokens`: those that were used, as far as it is known. */
  readonly onOver: (outcome: TurnOutcome, tokens: number) => void
  readonly onProblem: (error: unknown) => void
}

/** Runs a turn to its end, whoever listens: tells its reply to who does, and writes it. */
export function runTurn(turn: RunTurn): RunningTurn {
  const reply = liveReply(turn.begun)
  const abort = new AbortController()
  let leaving: 'handing over' | 'lost' | undefined
  let ref = turn.agent
  let runId = turn.runId
  const leave = (how: 'handing over' | 'lost') => {
    leaving ??= how
    abort.abort()
  }
  const cancel = () => {
    if (abort.signal.aborted) return
    if (ref !== undefined) turn.cancelUpstream(ref, runId).catch(turn.onProblem)
    abort.abort()
  }
  const saver = turn.saver({ cancelled: cancel, lost: () => leave('lost') })

  async function run(): Promise<void> {
    for await (const event of turn.events(abort.signal)) {
      if (event.type === 'ref') {
        ref = event.ref
        saver.note({ agent: keptAgent(turn.kind, ref) })
      } else if (event.type === 'run') {
        runId = event.runId
        saver.note({ runId })
      } else if (event.type === 'delta') {
        reply.append(event.text)
        saver.note({ text: event.text, cursor: event.cursor })
      } else return leaving === undefined ? await finish(event) : await left()
    }
    throw new Error('a turn ended with no end')
  }
  async function finish(event: CoachEnd): Promise<void> {
    const tokens = tokensOf(event.usage)
    const ending = endingOf(event)
    const isOurs = await saver.end({ state: stateOf(event), tokens }, ending).catch((error: unknown) => {
      // Who listens is told all the same; another asks the service for it, once the lease is over.
      turn.onProblem(error)
      return true
    })
    // Written before it is told: who has it all may have it forgotten at once.
    if (isOurs) reply.finish(ending)
    else reply.lose()
    turn.onOver(!isOurs ? 'handed-over' : event.type === 'done' ? 'done' : event.code, tokens ?? 0)
  }
  async function left(): Promise<void> {
    if (leaving === 'handing over') await saver.release().catch(turn.onProblem)
    else saver.drop()
    reply.lose()
    turn.onOver('handed-over', 0)
  }

  const finished = run().catch((error: unknown) => {
    saver.drop()
    reply.lose()
    turn.onProblem(error)
    turn.onOver('handed-over', 0)
  })
  return { reply, finished, cancel, handOver: () => leave('handing over') }
}

const keptAgent = (kind: CoachKind, ref: CoachRef): KeptAgent => ({ kind, ...ref })

const tokensOf = (usage: Usage | undefined) => (usage === undefined ? undefined : usage.prompt + usage.completion)

/** A question that the agent has not taken may be asked anew, unless the person wanted no answer any more. */
function stateOf(event: CoachEnd): TurnEnd['state'] {
  if (event.type === 'done') return 'done'
  return event.accepted === 'no' && event.code !== 'cancelled' ? 'refused' : 'failed'
}

/** As a device hears of it; without the reply, which is in what was said before. */
function endingOf(event: CoachEnd): TurnEnding {
  if (event.type === 'done') return { ...event, text: '' }
  const { usage: _, ...rest } = event
  return { ...rest, partial: '' }
}
