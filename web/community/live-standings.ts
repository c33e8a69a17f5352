import type { Standings } from '../../shared/leaderboard/messages.ts'
import type { Result } from '../../shared/result/result.ts'
import { type EventStream, PokeListener } from '../sync/runtime/event-stream.ts'
import type { LeaderboardProblem } from './leaderboard-client.ts'

/** A board that moves all the time is asked for this often, in ms. */
export const ASK_EVERY_MS = 1000

/** What following a board needs. Times in ms. */
export interface LiveStandingsPorts {
  readonly now: () => number
  /** Answers how to call it off. */
  readonly setTimer: (ring: () => void, ms: number) => () => void
  /** In [0, 1). */
  readonly random: () => number
  readonly ask: () => Promise<Result<Standings, LeaderboardProblem>>
  /** A stream that pokes when the board moves. */
  readonly open: () => EventStream
  readonly onAnswer: (answer: Result<Standings, LeaderboardProblem>) => void
}

/** Follows one board while it is seen: asks how it stands, and again when the server says that it has moved. */
export class LiveStandings {
  readonly #ports: LiveStandingsPorts
  readonly #pokes: PokeListener
  #visible = false
  #asking = false
  #again = false
  #askedAt = Number.NEGATIVE_INFINITY
  #callOff: () => void = () => undefined

  constructor(ports: LiveStandingsPorts) {
    this.#ports = ports
    const { open, setTimer, random } = ports
    this.#pokes = new PokeListener({ open, setTimer, random, onPoke: () => this.#askSoon() })
  }

  see(visible: boolean): void {
    if (visible === this.#visible) return
    this.#visible = visible
    if (visible) void this.ask()
    else this.#silence()
  }

  /** Asks now. */
  async ask(): Promise<void> {
    this.#callOff()
    if (this.#asking) {
      this.#again = true
      return
    }
    this.#asking = true
    this.#askedAt = this.#ports.now()
    const answer = await this.#ports.ask()
    this.#asking = false
    if (!this.#visible) return
    this.#ports.onAnswer(answer)
    // A server that was not reached is listened for; one that says no would say it again.
    this.#pokes.listen(answer.ok || answer.failure === 'unreachable')
    if (this.#again) this.#askSoon()
  }

  #askSoon(): void {
    this.#again = false
    this.#callOff()
    const wait = Math.max(0, this.#askedAt + ASK_EVERY_MS - this.#ports.now())
    this.#callOff = this.#ports.setTimer(() => void this.ask(), wait)
  }

  #silence(): void {
    this.#callOff()
    this.#again = false
    this.#pokes.listen(false)
  }
}
