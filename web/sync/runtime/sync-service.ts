import { PATHS } from '../../../shared/sync/protocol.ts'
import { type EventStream, PokeListener } from './event-stream.ts'
import { type Occasion, type RunEnd, Scheduler } from './scheduler.ts'
import { type SyncReportMessage, syncRequestMessage } from './sync-messages.ts'

/** What the service needs of its thread. Times in ms. */
export interface SyncServicePorts {
  readonly now: () => number
  /** Answers how to call it off. */
  readonly setTimer: (ring: () => void, ms: number) => () => void
  /** In [0, 1). */
  readonly random: () => number
  readonly openStream: (path: string) => EventStream
  readonly run: (occasion: Occasion) => Promise<RunEnd>
  readonly send: (report: SyncReportMessage) => void
}

/** Without a word from the server a page in sight looks by itself this often, in ms: a proxy may hold back the stream. */
export const LOOK_EVERY_MS = 5 * 60_000

/** Synchronises for one page, in a thread of its own, as the page says what happens. Begins with the first message. */
export class SyncService {
  readonly #ports: SyncServicePorts
  readonly #scheduler: Scheduler
  readonly #pokes: PokeListener
  #visible = false
  #signedOut = false
  #callOffLook: () => void = () => undefined

  constructor(ports: SyncServicePorts) {
    this.#ports = ports
    const { now, setTimer, random } = ports
    this.#scheduler = new Scheduler({ now, setTimer, random, run: (occasion) => this.#run(occasion) })
    this.#pokes = new PokeListener({
      open: () => ports.openStream(PATHS.events),
      setTimer,
      random,
      onPoke: () => this.#scheduler.notice('poke'),
    })
  }

  /** Takes a message as it came; what is none of ours is a mistake in the app and thrown. */
  receive(message: unknown): void {
    const said = syncRequestMessage.parse(message)
    switch (said.kind) {
      case 'notice':
        this.#scheduler.notice(said.occasion)
        return
      case 'sight':
        this.#see(said.visible)
        return
      case 'signed-in':
        this.#signedOut = false
        this.#scheduler.signedIn()
        this.#listen()
    }
  }

  #see(visible: boolean): void {
    if (visible === this.#visible) return
    this.#visible = visible
    if (visible) this.#scheduler.notice('visible')
    this.#callOffLook()
    this.#callOffLook = visible ? this.#lookLater() : () => undefined
    this.#listen()
  }

  #lookLater(): () => void {
    return this.#ports.setTimer(() => {
      this.#scheduler.notice('periodic')
      this.#callOffLook = this.#lookLater()
    }, LOOK_EVERY_MS)
  }

  #listen(): void {
    this.#pokes.listen(this.#visible && !this.#signedOut)
  }

  async #run(occasion: Occasion): Promise<RunEnd> {
    let end: RunEnd
    try {
      end = await this.#ports.run(occasion)
    } catch (error) {
      // The page shows it; in here it would go unseen.
      this.#ports.send({ kind: 'crash', message: error instanceof Error ? error.message : String(error) })
      return { kind: 'given-up' }
    }
    this.#signedOut = end.kind === 'signed-out'
    this.#listen()
    this.#ports.send({ kind: 'ended', end: end.kind })
    return end
  }
}
