import type { TurnFrame } from '../../shared/coach/turn.ts'
import { type Reply, wholeEnding } from './live-reply.ts'

/**
 * The frames of a reply after the first `after` UTF-16 code units of it, until it has ended, is lost, or the signal is aborted. A
 * device that is ahead, because it was sent what a dead process had not kept, gets what comes after that.
 */
export async function* replyFrames(reply: Reply, after: number, signal: AbortSignal): AsyncGenerator<TurnFrame> {
  let at = after
  while (!signal.aborted) {
    const { text, end, isLost } = reply
    if (text.length > at) {
      yield { id: text.length, event: { type: 'delta', text: text.slice(isInsidePair(text, at) ? at - 1 : at) } }
      at = text.length
    } else if (end !== undefined) {
      yield { id: text.length, event: wholeEnding(end, text) }
      return
    } else if (isLost) return
    else await reply.changed(signal)
  }
}

/** Nobody was told to go on there. */
const isInsidePair = (text: string, at: number) =>
  at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff
