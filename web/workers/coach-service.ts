import { ask } from '../coach/ask.ts'
import type { CoachFacts } from '../coach/facts.ts'
import type { Database } from '../store/database.ts'
import { HeldSeries } from '../store/insight-series.ts'
import { watchDocuments } from '../store/watch-documents.ts'
import { readCoachFacts } from './coach-facts.ts'
import { type CoachQuestion, type CoachResponse, type ContextMade, coachRequest } from './coach-messages.ts'

/** What the service needs of its thread. */
export interface CoachServicePorts {
  readonly db: Database
  readonly sha256: (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>
  readonly send: (response: CoachResponse) => void
}

/** Answers a page's questions from the person's records, in a thread of its own. Reads the days once, and then what was written. */
export class CoachService {
  readonly #ports: CoachServicePorts
  readonly #held: HeldSeries

  constructor(ports: CoachServicePorts) {
    this.#ports = ports
    this.#held = new HeldSeries(ports.db)
    watchDocuments(ports.db, (written) => void this.#held.touch(written))
  }

  /** Takes a message as it came; what is none of ours is a mistake in the app and thrown. */
  receive(message: unknown): void {
    void this.#answer(coachRequest.parse(message))
  }

  async #answer(asked: CoachQuestion): Promise<void> {
    const { id } = asked
    try {
      this.#ports.send({ id, kind: 'answer', answer: await this.#answerOf(asked) })
    } catch (error) {
      // The page shows it; in here it would go unseen.
      this.#ports.send({ id, kind: 'crash', message: error instanceof Error ? error.message : String(error) })
    }
  }

  async #answerOf(asked: CoachQuestion): Promise<unknown> {
    const facts = await readCoachFacts(this.#ports.db, this.#held, asked.locale)
    return asked.kind === 'ask' ? ask(asked.question, facts, asked.memory) : this.#context(facts)
  }

  async #context(facts: CoachFacts): Promise<ContextMade> {
    const value = JSON.stringify({ as_of: facts.today })
    const hash = await this.#ports.sha256(new TextEncoder().encode(value))
    return { value, hash: base64url(hash), asOf: facts.today }
  }
}

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
