import type { TurnEnding } from './turn-seal.ts'

/** A reply as it grows. */
export interface Reply {
  readonly text: string
  /** How the turn ended; undefined: it has not. */
  readonly end: TurnEnding | undefined
  /** Nothing more will be heard of it here, though it has not ended. */
  readonly isLost: boolean
  /** Resolves when there is something new, or the signal is aborted. */
  changed(signal: AbortSignal): Promise<void>
}

/** A reply that grows in this process. */
export interface LiveReply extends Reply {
  append(text: string): void
  finish(end: TurnEnding): void
  lose(): void
}

export function liveReply(begun = ''): LiveReply {
  let text = begun
  let end: TurnEnding | undefined
  let isLost = false
  const waiting = new Set<() => void>()
  const tell = () => {
    for (const wake of [...waiting]) wake()
  }
  return {
    get text() {
      return text
    },
    get end() {
      return end
    },
    get isLost() {
      return isLost
    },
    changed(signal) {
      if (end !== undefined || isLost || signal.aborted) return Promise.resolve()
      return new Promise((resolve) => {
        const wake = () => {
          waiting.delete(wake)
          signal.removeEventListener('abort', wake)
          resolve()
        }
        waiting.add(wake)
        signal.addEventListener('abort', wake)
      })
    },
    append(more) {
      text += more
      tell()
    },
    finish(ending) {
      end = ending
      tell()
    },
    lose() {
      isLost = true
      tell()
    },
  }
}

/** A reply of which all is known. */
export function endedReply(text: string, end: TurnEnding): Reply {
  return { text, end, isLost: false, changed: () => Promise.resolve() }
}

/** The ending with the whole of the reply in it, as a device gets it. */
export const wholeEnding = (end: TurnEnding, text: string): TurnEnding =>
  end.type === 'done' ? { ...end, text } : { ...end, partial: text }
