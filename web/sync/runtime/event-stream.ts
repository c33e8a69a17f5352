import { backoffMs, RETRIES } from './backoff.ts'

/** What is needed of an `EventSource`. */
export interface EventStream {
  addEventListener(type: 'open' | 'error' | 'poke', listener: () => void): void
  close(): void
}

export interface EventStreamPorts {
  readonly open: () => EventStream
  /** Answers how to call it off. Times in ms. */
  readonly setTimer: (ring: () => void, ms: number) => () => void
  /** In [0, 1). */
  readonly random: () => number
  /** What is listened for has moved, or may have while nobody listened. */
  readonly onPoke: () => void
}

/**
 * [S9] Listens to the server while it is asked to: a page in sight, signed in. A stream that breaks is opened anew, ever
 * more rarely. The browser's own way of opening it again is not used: it gives up for good on the first answer that is an
 * error, and asks a server that is down every few seconds.
 */
export class PokeListener {
  readonly #ports: EventStreamPorts
  #stream: EventStream | undefined
  #callOff: () => void = () => undefined
  #listening = false
  #retry = 0

  constructor(ports: EventStreamPorts) {
    this.#ports = ports
  }

  listen(listening: boolean): void {
    if (listening === this.#listening) return
    this.#listening = listening
    this.#close()
    this.#retry = 0
    if (listening) this.#open()
  }

  #open(): void {
    const stream = this.#ports.open()
    this.#stream = stream
    stream.addEventListener('open', () => {
      if (this.#stream !== stream) return
      this.#retry = 0
      // What was written while no stream stood has poked nobody.
      this.#ports.onPoke()
    })
    stream.addEventListener('poke', () => {
      if (this.#stream === stream) this.#ports.onPoke()
    })
    stream.addEventListener('error', () => {
      if (this.#stream === stream) this.#openLater()
    })
  }

  #openLater(): void {
    this.#close()
    if (this.#retry >= RETRIES) return
    this.#callOff = this.#ports.setTimer(() => this.#open(), backoffMs(this.#retry, this.#ports.random()))
    this.#retry += 1
  }

  #close(): void {
    this.#callOff()
    this.#callOff = () => undefined
    this.#stream?.close()
    this.#stream = undefined
  }
}
