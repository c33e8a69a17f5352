import { COACH_HEARTBEAT_MS } from '../../shared/coach/limits.ts'
import { type TurnFrame, writeFrame } from '../../shared/coach/turn.ts'
import type { SetTimer } from './save-turn.ts'

/** Runs something every so many ms. Returns how to stop. */
type Every = (ms: number, run: () => void) => () => void

export interface TurnStreamOptions {
  readonly frames: (signal: AbortSignal) => AsyncIterable<TurnFrame>
  readonly every: Every
  readonly setTimer: SetTimer
  /** Asked at every heartbeat: a device that is signed out hears nothing more. */
  readonly isValid: () => Promise<boolean>
  /** Returns how to stop listening for the end of the session. */
  readonly onEnd: (end: () => void) => () => void
  readonly onProblem: (error: unknown) => void
}

export interface TurnStream {
  readonly body: ReadableStream<Uint8Array>
  /** When nothing more is written to it. Never rejects. */
  readonly closed: Promise<void>
  /** Ends it, and not the turn. */
  end(): void
}

const HEARTBEAT = ':\n\n'
/**
 * When a stream that has said nothing yet says that it is there, in ms: what stands between may hold the head of an answer until
 * more of it comes. Not at once: written and read while the question is on its way to the agent, it held the first words up.
 */
const SAYS_SO_AFTER_MS = 250
/** Frames that wait for a reader who does not keep up: what comes later is put together until there is room. */
const WAITING_FRAMES = 4

/** Frames as server-sent events, for as long as somebody reads them and may. */
export function turnStream(options: TurnStreamOptions): TurnStream {
  const { frames, every, setTimer, isValid, onEnd, onProblem } = options
  const abort = new AbortController()
  const end = () => abort.abort()
  const encoder = new TextEncoder()
  let isRead = true
  let isSilent = true
  let stream: ReadableStreamDefaultController<Uint8Array>
  let hasRoom = Promise.withResolvers<void>()
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        stream = controller
      },
      pull: () => hasRoom.resolve(),
      cancel() {
        isRead = false
        end()
      },
    },
    { highWaterMark: WAITING_FRAMES },
  )
  abort.signal.addEventListener('abort', () => hasRoom.resolve())
  const send = (text: string) => {
    isSilent = false
    if (!abort.signal.aborted) stream.enqueue(encoder.encode(text))
  }
  const stops = [
    onEnd(end),
    setTimer(() => isSilent && send(HEARTBEAT), SAYS_SO_AFTER_MS),
    every(COACH_HEARTBEAT_MS, () => {
      if ((stream.desiredSize ?? 0) > 0) send(HEARTBEAT)
      // Where the database does not answer, the device finds out by itself when it resumes.
      isValid().then((valid) => valid || end(), end)
    }),
  ]

  async function pump(): Promise<void> {
    for await (const frame of frames(abort.signal)) {
      send(writeFrame(frame))
      while ((stream.desiredSize ?? 0) <= 0 && !abort.signal.aborted) {
        hasRoom = Promise.withResolvers()
        await hasRoom.promise
      }
    }
  }
  // A stream that breaks off is resumed by its reader.
  const closed = pump()
    .catch(onProblem)
    .then(() => {
      for (const stop of stops) stop()
      if (isRead) stream.close()
      isRead = false
      end()
    })
  return { body, closed, end }
}
