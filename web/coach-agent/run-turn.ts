import type { TurnDone, TurnError } from '../../shared/coach/events.ts'
import type { TurnFrame } from '../../shared/coach/turn.ts'
import type { CoachClient, CoachTrouble } from './coach-client.ts'

/** How a turn stands while it runs. */
export interface TurnProgress {
  /** The reply so far. */
  readonly text: string
  /**
   * `waiting` for its first words; `other-turn`: another question is answered first; `slow`: nothing was said
   * for long; `connecting` again, after a cut.
   */
  readonly phase: 'waiting' | 'other-turn' | 'slow' | 'streaming' | 'connecting'
}

export type TurnEnd =
  | ({ readonly kind: 'done' } & TurnDone)
  | ({ readonly kind: 'error' } & Pick<TurnError, 'partial'> & { readonly code: TurnProblem })
  /** The server cannot be reached: to be gone on with later. */
  | { readonly kind: 'later'; readonly partial: string }

/** Why a turn came to nothing: the agent's own reasons, and those of the way there. */
export type TurnProblem = TurnError['code'] | 'signed_out' | 'refused'

export interface TurnPorts {
  readonly client: Pick<CoachClient, 'ask' | 'resume'>
  /** In ms; ends early, without failing, when the signal is given. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
  /** Notes that it may have reached the server, and answers the body that is to be sent. Called before it is. */
  readonly beforeSending: () => Promise<string>
  readonly onProgress: (progress: TurnProgress) => void
}

/** Pauses before the next try where nothing is heard of the server, in ms; after the last it is left for later. */
const TRIES_MS = [500, 1000, 2000, 4000, 8000, 8000, 8000] as const
/** How often another question is waited for. */
const MOST_BUSY = 20
const BUSY_MS = 2000
const LONGEST_WAIT_MS = 30_000

/**
 * Brings a turn to its end: asks or, where it may have been asked already, takes it up; and takes it up again after each cut, from
 * where the text ends. The server runs a turn once, however often it is asked for. The signal stops it here.
 */
export async function runTurn(
  { turnId, key, tried }: { readonly turnId: string; readonly key: string; readonly tried: boolean },
  ports: TurnPorts,
  signal: AbortSignal,
): Promise<TurnEnd> {
  const { client, wait, beforeSending, onProgress } = ports
  let text = ''
  let isSent = tried
  let failures = 0
  let busy = 0
  let forgotten = 0
  onProgress({ text, phase: 'waiting' })

  for (;;) {
    const opened = isSent
      ? await client.resume({ turnId, key, after: text.length }, signal)
      : await client.ask(await beforeSending(), signal)
    isSent = true
    let pause: number | undefined
    if (opened.ok) {
      const before = text.length
      const end = await readTurn(opened.value, text, (more) => {
        text = more
        onProgress({ text, phase: 'streaming' })
      })
      if (end?.kind === 'error' && end.code === 'busy' && !end.isAccepted && busy < MOST_BUSY && !signal.aborted) {
        busy += 1
        // Nobody has taken it: it is asked anew under the same id.
        isSent = false
        onProgress({ text, phase: 'other-turn' })
        await wait(Math.min(end.retryAfterMs ?? BUSY_MS, LONGEST_WAIT_MS), signal)
        continue
      }
      if (end !== undefined) return endOf(end)
      if (text.length > before) failures = 0
    } else {
      const { failure } = opened
      if (failure.kind === 'unknown-turn' && text === '' && forgotten === 0) {
        // It never arrived, so it is asked now.
        forgotten += 1
        isSent = false
        continue
      }
      const problem = PROBLEMS[failure.kind]
      if (problem !== undefined) return { kind: 'error', code: problem, partial: text }
      pause = failure.retryAfterMs
    }
    if (signal.aborted) return { kind: 'error', code: 'cancelled', partial: text }
    const next = TRIES_MS[failures]
    if (next === undefined) return { kind: 'later', partial: text }
    failures += 1
    onProgress({ text, phase: text === '' ? 'waiting' : 'connecting' })
    await wait(Math.min(pause ?? next, LONGEST_WAIT_MS), signal)
    if (signal.aborted) return { kind: 'error', code: 'cancelled', partial: text }
  }
}

/** Those that time does not mend. `differs`: it is there, and is taken up. */
const PROBLEMS: Readonly<Partial<Record<CoachTrouble['kind'], TurnProblem>>> = {
  'signed-out': 'signed_out',
  'unknown-turn': 'cut',
  unexpected: 'refused',
  kept: 'refused',
}

type Ended =
  | ({ readonly kind: 'done' } & TurnDone)
  | {
      readonly kind: 'error'
      readonly code: TurnError['code']
      readonly partial: string
      readonly isAccepted: boolean
      readonly retryAfterMs: number | undefined
    }

function endOf(ended: Ended): TurnEnd {
  if (ended.kind === 'done') return ended
  const { kind, code, partial } = ended
  return { kind, code, partial }
}

/** Reads one stream to its end; undefined where it was cut. `text`: what is there already. */
async function readTurn(
  frames: AsyncIterable<TurnFrame>,
  before: string,
  onText: (text: string) => void,
): Promise<Ended | undefined> {
  let text = before
  for await (const { id, event } of frames) {
    if (event.type === 'done') {
      const { type: _, ...done } = event
      return { kind: 'done', ...done }
    }
    if (event.type === 'error') {
      const { code, accepted, partial, retryAfterMs } = event
      return { kind: 'error', code, partial, isAccepted: accepted !== 'no', retryAfterMs }
    }
    // What is there already is not said twice, and what does not fit is a cut: it is fetched again.
    const from = id - event.text.length
    if (from > text.length) return undefined
    text += event.text.slice(text.length - from)
    onText(text)
  }
  return undefined
}
