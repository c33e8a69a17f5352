/** Runs something every so many ms. Returns how to stop. */
export type Every = (ms: number, run: () => void) => () => void

/** How often an idle stream says that it is there, in ms: proxies close what is silent for longer. */
export const KEEP_ALIVE_MS = 25_000
/** Streams of one account at once: every open tab of every device has one. */
export const MOST_STREAMS = 64

const POKE = 'event: poke\ndata:\n\n'
const KEEP_ALIVE = ':\n\n'

export interface EventStreams {
  /**
   * Opens a stream, or says that the account has as many as it may. It ends when the reader goes, when `close` of the
   * streams is called, when `untilEnd` calls back, or when `isValid` says no at a keep-alive.
   */
  open(options: StreamOptions): ReadableStream<Uint8Array> | 'full'
  /** Ends all streams, for a server that stops. */
  closeAll(): void
}

export interface StreamOptions {
  readonly account: string
  /** Returns how to stop listening. */
  readonly onPoke: (listener: () => void) => () => void
  readonly onEnd: (listener: () => void) => () => void
  readonly isValid: () => Promise<boolean>
}

/** [S9] Streams of server-sent events that say "there is something new", and nothing of what. */
export function eventStreams(every: Every): EventStreams {
  const open = new Map<string, Set<() => void>>()
  const encoder = new TextEncoder()

  return {
    open({ account, onPoke, onEnd, isValid }) {
      const ofAccount = open.get(account) ?? new Set()
      if (ofAccount.size >= MOST_STREAMS) return 'full'
      open.set(account, ofAccount)

      const stops: (() => void)[] = []
      const stop = () => {
        for (const each of stops.splice(0)) each()
        ofAccount.delete(end)
        if (ofAccount.size === 0 && open.get(account) === ofAccount) open.delete(account)
      }
      let controller: ReadableStreamDefaultController<Uint8Array>
      const end = () => {
        if (!ofAccount.has(end)) return
        stop()
        controller.close()
      }
      // A reader that does not keep up needs no more than one poke to come.
      let owed = false
      const send = (text: string) => {
        if (!ofAccount.has(end)) return
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(text))
        else if (text === POKE) owed = true
      }
      ofAccount.add(end)

      return new ReadableStream<Uint8Array>(
        {
          start(started) {
            controller = started
            // Something has to be sent for the headers to go.
            send(KEEP_ALIVE)
            stops.push(
              onPoke(() => send(POKE)),
              onEnd(end),
              every(KEEP_ALIVE_MS, () => {
                send(KEEP_ALIVE)
                isValid().then(
                  (valid) => valid || end(),
                  // The database does not answer: the device finds out by itself when it exchanges.
                  end,
                )
              }),
            )
          },
          pull() {
            if (!owed) return
            owed = false
            send(POKE)
          },
          cancel: stop,
        },
        { highWaterMark: 4 },
      )
    },
    closeAll() {
      for (const ofAccount of [...open.values()]) for (const end of [...ofAccount]) end()
    },
  }
}
