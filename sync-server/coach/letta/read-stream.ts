import { timer, whenAborted } from '../deadlines.ts'
import { type Frame, readFrame } from './frames.ts'
import type { LettaTimes } from './settings.ts'
import { meaningOfStop } from './stops.ts'
import { type Trouble, troubleOf } from './trouble.ts'

/** A stream as the client gives it. */
export interface FrameStream extends AsyncIterable<unknown> {
  readonly controller: AbortController
}

/** How a stream ended: with the reason why the turn stopped, or with trouble. */
export type StreamEnd = Stopped | Trouble
interface Stopped {
  readonly kind: 'stopped'
  readonly reason: string
}

/**
 * The frames of a stream, and how it ended, however it does: the client's own iterator ends alike where a turn is over, where the
 * connection was closed in the middle and where it was aborted; it hangs where a server keeps the connection open after the last
 * frame, or says nothing any more; and it throws what the platform throws.
 */
export async function* readStream(
  stream: FrameStream,
  { idle, afterStop }: Pick<LettaTimes, 'idle' | 'afterStop'>,
  now: () => number,
  signal: AbortSignal,
): AsyncGenerator<Frame, StreamEnd> {
  const frames = stream[Symbol.asyncIterator]()
  let stopped: Stopped | undefined
  let over = timer(idle)
  const abort = whenAborted(signal)
  try {
    for (;;) {
      const next = await Promise.race([nextOf(frames, now), over.whenOut, abort.whenAborted])
      if (next === 'aborted') return { kind: 'aborted' }
      if (next === 'out') return stopped ?? { kind: 'lost', code: 'timeout' }
      if (next === 'end') return stopped ?? (signal.aborted ? { kind: 'aborted' } : { kind: 'lost', code: 'cut' })
      if ('kind' in next) return stopped === undefined ? next : worseOf(stopped, next)
      const { trouble, stop, ...frame } = readFrame(next.frame)
      yield frame
      if (trouble !== undefined) return stopped === undefined ? trouble : worseOf(stopped, trouble)
      // What stopped a turn may come twice; and then what it has used, or what went wrong.
      if (stopped === undefined) {
        over.clear()
        over = timer(stop === undefined ? idle : afterStop)
      }
      if (stop !== undefined) stopped ??= { kind: 'stopped', reason: stop }
    }
  } finally {
    over.clear()
    abort.clear()
    stream.controller.abort()
  }
}

/** What went wrong after a turn had stopped matters where that was why it stopped. */
const worseOf = (stopped: Stopped, trouble: Trouble): StreamEnd =>
  trouble.kind === 'lost' || meaningOfStop(stopped.reason).kind === 'done' ? stopped : trouble

/** Never rejects: nobody may wait for it any more when the stream breaks. */
async function nextOf(
  frames: AsyncIterator<unknown>,
  now: () => number,
): Promise<{ readonly frame: unknown } | 'end' | Trouble> {
  try {
    const { done, value } = await frames.next()
    return done === true ? 'end' : { frame: value }
  } catch (error) {
    return troubleOf(error, now())
  }
}
