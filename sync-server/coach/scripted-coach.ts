import type { CoachErrorCode } from '../../shared/coach/events.ts'
import { ok } from '../../shared/result/result.ts'
import type { Coach, CoachEnd, CoachEvent, CoachTurn, CutTurn } from './port.ts'

/** What a test has an agent say: events are given as they are pushed, and again to who resumes. */
export interface ScriptedCoach extends Coach {
  /** What came to the agent, in order. */
  readonly sent: CoachTurn[]
  readonly resumed: CutTurn[]
  readonly cancelled: (string | undefined)[]
  readonly forgotten: string[]
  say(...texts: string[]): void
  end(event?: Partial<CoachEnd>): void
  /** What `forget` fails with from now on. */
  failToForget(code: CoachErrorCode): void
  /** What was said and not heard is not said to the next. */
  reset(): void
}

const DONE: CoachEnd = { type: 'done', text: '', stop: 'end_turn', usage: { prompt: 30, completion: 12 } }

/** An agent of which the test is the voice. What it says has a cursor each, and `resume` goes on after the one it is given. */
export function scriptedCoach(kind: Coach['kind'] = 'letta'): ScriptedCoach {
  let script: CoachEvent[] = []
  const waiting = new Set<() => void>()
  let failure: CoachErrorCode | undefined
  const push = (...events: CoachEvent[]) => {
    script.push(...events)
    for (const wake of [...waiting]) wake()
  }
  const coach: ScriptedCoach = {
    kind,
    sent: [],
    resumed: [],
    cancelled: [],
    forgotten: [],
    probe: async () => ok(null),
    send(turn, signal) {
      coach.sent.push(turn)
      return told(0, '', signal)
    },
    resume(turn, signal) {
      coach.resumed.push(turn)
      return told(turn.cursor ?? 0, turn.partial, signal)
    },
    cancel: async (_, runId) => void coach.cancelled.push(runId),
    async forget({ pseudonym }) {
      coach.forgotten.push(pseudonym)
      return failure === undefined ? ok({ agents: 1, blocks: 3, archives: 0 }) : { ok: false as const, failure }
    },
    say: (...texts) => push(...texts.map((text): CoachEvent => ({ type: 'delta', text }))),
    end: (event = DONE) => push({ ...(event.type === 'error' ? {} : DONE), ...event } as CoachEnd),
    failToForget(code) {
      failure = code
    },
    reset() {
      script = []
    },
  }

  async function* told(from: number, partial: string, signal: AbortSignal): AsyncGenerator<CoachEvent> {
    let text = partial
    if (from === 0 && partial === '') {
      yield { type: 'ref', ref: { agentId: 'agent-1', contextMark: null } }
      yield { type: 'run', runId: 'run-1' }
    }
    for (let at = from; ; at += 1) {
      while (script.length <= at && !signal.aborted)
        await new Promise<void>((resolve) => {
          const wake = () => {
            waiting.delete(wake)
            resolve()
          }
          waiting.add(wake)
          signal.addEventListener('abort', wake, { once: true })
        })
      const event = signal.aborted ? undefined : script[at]
      if (event === undefined)
        return yield { type: 'error', code: 'cancelled', retryable: false, accepted: 'yes', partial: text }
      if (event.type === 'delta') {
        text += event.text
        yield { ...event, cursor: at + 1 }
      } else if (event.type === 'done') return yield { ...event, text }
      else if (event.type === 'error') return yield { ...event, partial: text }
    }
  }
  return coach
}
