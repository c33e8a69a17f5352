import type { TurnEvent } from '../../shared/coach/events.ts'
import { type TurnFrame, type TurnRequest, turnRequestSchema } from '../../shared/coach/turn.ts'
import { fail, ok } from '../../shared/result/result.ts'
import type { CoachClient, CoachTrouble } from './coach-client.ts'

/** For tests: what a server says to one request: how it fails, or events of which each may be a cut. */
export type Said = CoachTrouble['kind'] | readonly (TurnEvent | 'cut')[]

export const delta = (text: string): TurnEvent => ({ type: 'delta', text })
export const done = (text: string): TurnEvent => ({ type: 'done', text, stop: 'end_turn' })
export const error = (
  code: Extract<TurnEvent, { type: 'error' }>['code'],
  partial = '',
  accepted: 'no' | 'yes' = 'yes',
): TurnEvent => ({
  type: 'error',
  code,
  retryable: false,
  accepted,
  partial,
})

/** For tests: a server that says what it is told to, one thing a request, and notes what it was asked. */
export class TestServer implements Pick<CoachClient, 'ask' | 'resume' | 'cancel' | 'acknowledge'> {
  readonly asked: string[] = []
  readonly requests: TurnRequest[] = []
  readonly #says: Said[]
  #sofar = ''
  /** Called before each frame. */
  beforeFrame: () => Promise<void> | void = () => undefined

  constructor(...says: readonly Said[]) {
    this.#says = [...says]
  }

  readonly ask: CoachClient['ask'] = async (body, signal) => {
    const request = turnRequestSchema.parse(JSON.parse(body))
    this.asked.push(`ask ${request.turnId}`)
    this.requests.push(request)
    this.#sofar = ''
    return this.#answer(0, signal)
  }

  readonly resume: CoachClient['resume'] = async ({ turnId, after }, signal) => {
    this.asked.push(`resume ${turnId} after ${after}`)
    return this.#answer(after, signal)
  }

  readonly cancel: CoachClient['cancel'] = async (turnId) => {
    this.asked.push(`cancel ${turnId}`)
    return ok({})
  }

  readonly acknowledge: CoachClient['acknowledge'] = async (turnId) => {
    this.asked.push(`acknowledge ${turnId}`)
    return ok({})
  }

  async #answer(after: number, signal: AbortSignal) {
    const said = this.#says.shift() ?? 'offline'
    if (typeof said === 'string') return fail({ kind: said })
    return ok(this.#frames(said, after, signal))
  }

  async *#frames(said: readonly (TurnEvent | 'cut')[], after: number, signal: AbortSignal): AsyncGenerator<TurnFrame> {
    const missing = this.#sofar.slice(after)
    if (missing !== '') yield { id: this.#sofar.length, event: { type: 'delta', text: missing } }
    for (const event of said) {
      await this.beforeFrame()
      if (event === 'cut' || signal.aborted) return
      if (event.type === 'delta') this.#sofar += event.text
      yield { id: this.#sofar.length, event }
    }
  }
}
