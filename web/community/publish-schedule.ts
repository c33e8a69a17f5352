/** How long nothing more may be written, and the page be seen, before scores are published, in ms: a value is typed in a few of them. */
export const SETTLED_MS = 4000
/** Under writes without end it is put off no longer than this. */
export const LONGEST_WAIT_MS = 60_000
/** When it is tried again after the server was not reached. */
export const AFTER_FAILURE_MS = 5 * 60_000

/** What the schedule needs of its thread. Times in ms. */
export interface PublishSchedulePorts {
  readonly now: () => number
  /** Answers how to call it off. */
  readonly setTimer: (ring: () => void, ms: number) => () => void
  /** Answers whether there is nothing left to be published. */
  readonly publish: () => Promise<boolean>
}

/**
 * Decides when to publish: while the page is seen, once what is written has settled, never twice at once. A page that comes into
 * sight does, too, since the day may have turned, and some seconds later, when other devices have had their say.
 */
export class PublishSchedule {
  readonly #ports: PublishSchedulePorts
  #visible = false
  /** Since when something waits to be published. */
  #dueSince: number | undefined
  #publishing = false
  #callOff: () => void = () => undefined

  constructor(ports: PublishSchedulePorts) {
    this.#ports = ports
  }

  see(visible: boolean): void {
    const appeared = visible && !this.#visible
    this.#visible = visible
    if (appeared) this.written()
    else if (!visible) this.#callOff()
  }

  written(): void {
    this.#dueSince ??= this.#ports.now()
    // What is written meanwhile is published after it.
    if (this.#visible && !this.#publishing) this.#ringWhenSettled(this.#dueSince)
  }

  stop(): void {
    this.#visible = false
    this.#callOff()
  }

  #ringWhenSettled(since: number): void {
    this.#ringIn(Math.min(SETTLED_MS, Math.max(0, since + LONGEST_WAIT_MS - this.#ports.now())))
  }

  #ringIn(ms: number): void {
    this.#callOff()
    this.#callOff = this.#ports.setTimer(() => void this.#publish(), ms)
  }

  async #publish(): Promise<void> {
    if (this.#publishing || !this.#visible) return
    this.#publishing = true
    this.#dueSince = undefined
    const isDone = await this.#ports.publish()
    this.#publishing = false
    if (!this.#visible) return
    if (this.#dueSince !== undefined) this.#ringWhenSettled(this.#dueSince)
    else if (!isDone) this.#ringIn(AFTER_FAILURE_MS)
  }
}
