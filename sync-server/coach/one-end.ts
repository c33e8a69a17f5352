import type { CoachEvent } from './port.ts'

/** Time that a turn may take, in ms, and how it is told that it has. */
export interface TurnTime {
  readonly ms: number
  readonly signal: AbortSignal
}

/**
 * Holds a service's events to what the port promises: one end, after which nothing comes, whatever happens; within the time a turn may
 * take, after which it ends as `timeout`. `run` is given the signal to end by. `partial`: the reply before these events.
 */
export async function* toOneEnd(
  run: (signal: AbortSignal) => AsyncIterable<CoachEvent>,
  { ms, signal }: TurnTime,
  partial = '',
): AsyncGenerator<CoachEvent, void> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), ms)
  let text = partial
  try {
    for await (const event of run(AbortSignal.any([signal, late.signal]))) {
      if (event.type === 'delta') text += event.text
      if (event.type === 'error' && event.code === 'cancelled' && late.signal.aborted && !signal.aborted)
        yield { ...event, code: 'timeout' }
      else yield event
      if (event.type === 'done' || event.type === 'error') return
    }
  } catch {
    // A mistake of ours, or something that a platform throws where none of the others do. The person still hears of an end; what
    // was thrown may hold what the service wrote, so nothing of it goes further.
  } finally {
    clearTimeout(timer)
  }
  yield { type: 'error', code: 'protocol', retryable: false, accepted: 'unknown', partial: text }
}
