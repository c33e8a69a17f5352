import { msUntilDayMayTurn } from '../../shared/calendar/day-clock.ts'
import type { Database } from '../store/database.ts'
import { type Held, HeldSeries } from '../store/insight-series.ts'
import { timeZoneOf } from '../store/profile.ts'
import { watchDocuments } from '../store/watch-documents.ts'
import { answerInsight } from './insight-answers.ts'
import type { InsightEngine } from './insight-engine.ts'
import { look, readHeld } from './insight-look.ts'
import { type InsightQuestion, type InsightResponse, insightRequest } from './insight-messages.ts'
import { LookSchedule, type SchedulePorts } from './insight-schedule.ts'

/** How long after a look at which there was nothing to work out the statistics are got ready for the first edit, in ms. */
const WARM_AFTER_MS = 3000

/** What the service needs of its thread. */
export interface InsightServicePorts extends Pick<SchedulePorts, 'setTimer' | 'isImporting'> {
  readonly db: Database
  readonly engine: InsightEngine
  /** Runs `work` while no other tab looks. */
  readonly alone: (work: () => Promise<void>) => Promise<unknown>
  /** Lets messages in between two steps of something long. */
  readonly pause: () => Promise<void>
  readonly send: (response: InsightResponse) => void
}

/** Keeps the insights of one page's days fresh, in a thread of its own, and answers what the page asks about them. */
export class InsightService {
  readonly #ports: InsightServicePorts
  readonly #held: HeldSeries
  readonly #schedule: LookSchedule
  readonly #asked = new Map<number, AbortController>()
  #warm = false

  constructor(ports: InsightServicePorts) {
    const { db, setTimer, isImporting, send } = ports
    this.#ports = ports
    this.#held = new HeldSeries(db)
    this.#schedule = new LookSchedule({
      now: db.now,
      setTimer,
      isImporting,
      look: () => this.#look(),
      onProblem: (error) => send({ kind: 'look-failed', message: messageOf(error) }),
    })
    watchDocuments(db, (written) => {
      if (this.#held.touch(written)) this.#schedule.written(written === 'many' || this.#held.isLastDay(written))
    })
  }

  /** Takes a message as it came; what is none of ours is a mistake in the app and thrown. */
  receive(message: unknown): void {
    const said = insightRequest.parse(message)
    if (said.kind === 'sight') this.#schedule.see(said.visible)
    else if (said.kind === 'cancel') this.#asked.get(said.id)?.abort()
    else void this.#answer(said)
  }

  async #look(): Promise<number> {
    const { db, engine, alone } = this.#ports
    const { days, workedOut } = await look({ db, held: this.#held, engine, alone })
    if (!(workedOut || this.#warm)) this.#warmUp(days)
    this.#warm = true
    const { profile } = days
    return msUntilDayMayTurn(db.now(), { timeZone: timeZoneOf(profile), dayStart: profile.dayStart })
  }

  // An engine that has seen all of the days takes an edit in a tenth of the time.
  #warmUp({ series, today }: Held): void {
    const { engine, setTimer } = this.#ports
    setTimer(() => engine.analyse(series, { today }), WARM_AFTER_MS)
  }

  async #answer(asked: InsightQuestion): Promise<void> {
    const { db, send, pause } = this.#ports
    const controller = new AbortController()
    this.#asked.set(asked.id, controller)
    const { id } = asked
    try {
      const answer = await answerInsight(asked, {
        db,
        days: await readHeld(db, this.#held),
        pause,
        signal: controller.signal,
        onProgress: (done, of) => send({ id, kind: 'progress', done, of }),
      })
      if (!controller.signal.aborted) send({ id, kind: 'answer', answer })
    } catch (error) {
      // The page shows it; in here it would go unseen.
      if (!controller.signal.aborted) send({ id, kind: 'crash', message: messageOf(error) })
    } finally {
      this.#asked.delete(id)
    }
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
