import type { Change } from '../store/change.ts'
import type { Database } from '../store/database.ts'
import { messageFieldsEdit, readMessage } from '../store/messages.ts'
import type { CoachClient } from './coach-client.ts'
import { allowedBody, isAgreed, noteSent, readConsent } from './consent.ts'
import { addPending, changePending, type PendingTurn, readPending, removePending } from './pending-turns.ts'
import { runTurn, type TurnEnd, type TurnProgress } from './run-turn.ts'
import { fallbackEdits, settlingEdits } from './settle-turn.ts'

/** A turn that is running in this page. */
export interface LiveTurn extends TurnProgress {
  readonly turnId: string
  readonly question: string
  readonly agent: string
}

export interface DeskPorts {
  readonly db: Database
  readonly client: Pick<CoachClient, 'ask' | 'resume' | 'cancel' | 'acknowledge'>
  readonly commit: (change: Change) => Promise<{ readonly ok: boolean }>
  /** Runs `work` while no other tab runs turns. Where tabs cannot know of each other the server keeps the order. */
  readonly alone: (work: () => Promise<void>) => Promise<unknown>
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
  /** Answers how to call it off. */
  readonly setTimer: (ring: () => void, ms: number) => () => void
  readonly isOnline: () => boolean
  /** Asks the browser to send what waits once there is a network, where it can. */
  readonly runInBackground: () => Promise<unknown>
}

/** An agent that has said nothing for so long, in ms, is slow: this device answers meanwhile. */
const SLOW_MS = 20_000
/** When a server that was not reached is tried again, in ms, where nothing else says that it may be there. */
const AGAIN_MS = 60_000
/** How long the server is given to say that a turn has stopped, in ms. */
const STOP_WITHIN_MS = 4000

/**
 * Where the page's turns run, one after the other, in the order they were asked. What is asked is kept in the database until its end
 * is written, so neither a reload nor a closed page loses it, and the next page goes on with it.
 */
export class TurnDesk {
  readonly #ports: DeskPorts
  readonly #listeners = new Set<() => void>()
  #live: LiveTurn | undefined
  #stop: AbortController | undefined
  #working: Promise<unknown> | undefined
  #again = false

  constructor(ports: DeskPorts) {
    this.#ports = ports
  }

  /** What runs here now. The same object until it changes. */
  readonly current = (): LiveTurn | undefined => this.#live

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Takes a question for the agent, whose message is written already. */
  async ask(turn: PendingTurn): Promise<void> {
    await addPending(this.#ports.db, turn)
    await this.work()
  }

  /** Stops the turn that runs; what came of the answer stays. */
  stop(): void {
    const live = this.#live
    const controller = this.#stop
    if (live === undefined || controller === undefined) return
    // The stream then ends by itself, with all that there was. Without a network there is nothing to wait for.
    void this.#ports.client.cancel(live.turnId).then(async ({ ok }) => {
      if (ok) await this.#ports.wait(STOP_WITHIN_MS, controller.signal)
      controller.abort()
    })
  }

  /** These questions are gone: what was asked of them is not asked any more, and what runs is stopped. */
  async drop(questions: readonly string[]): Promise<void> {
    const { db } = this.#ports
    for (const { turnId, question, tried } of await readPending(db))
      if (questions.includes(question) && !tried) await removePending(db, turnId)
    if (this.#live !== undefined && questions.includes(this.#live.question)) this.stop()
  }

  /** Brings what waits to its end, as far as there is a network. Called at the start and whenever there may be one again. */
  work(): Promise<unknown> {
    if (this.#working !== undefined) {
      this.#again = true
      return this.#working
    }
    this.#working = this.#ports
      .alone(() => this.#workAlone())
      .finally(() => {
        this.#working = undefined
        if (!this.#again) return
        this.#again = false
        void this.work()
      })
    return this.#working
  }

  async #workAlone(): Promise<void> {
    const { db } = this.#ports
    for (;;) {
      const [turn] = await readPending(db)
      if (turn === undefined) return
      if (!this.#ports.isOnline()) {
        for (const each of await readPending(db)) await this.#leaveForLater(each)
        return
      }
      if (!isAgreed(await readConsent(db), turn.agent)) {
        await this.#giveUp(turn)
        continue
      }
      const end = await this.#run(turn)
      if (end.kind === 'later') {
        await this.#leaveForLater(turn)
        this.#ports.setTimer(() => void this.work(), AGAIN_MS)
        return
      }
      // As it was sent.
      const sent = (await readPending(db)).find(({ turnId }) => turnId === turn.turnId)
      if (sent !== undefined) await this.#settle(sent, end)
    }
  }

  async #run(turn: PendingTurn): Promise<TurnEnd> {
    const { db, client, wait } = this.#ports
    const { turnId, key } = turn
    const controller = new AbortController()
    this.#stop = controller
    const callOff = this.#ports.setTimer(() => void this.#answerMeanwhile(turnId), SLOW_MS)
    try {
      return await runTurn(
        { turnId, key, tried: turn.tried },
        {
          client,
          wait,
          beforeSending: async () => {
            const allowed = allowedBody(turn, await readConsent(db))
            await changePending(db, turnId, { ...allowed, tried: true })
            await noteSent(db, allowed.body)
            return allowed.body
          },
          onProgress: (progress) =>
            this.#show({ ...progress, turnId, question: turn.question, agent: turn.agent.name }),
        },
        controller.signal,
      )
    } finally {
      callOff()
      this.#stop = undefined
    }
  }

  /** This device answers, while an agent that is slow goes on. */
  async #answerMeanwhile(turnId: string): Promise<void> {
    const { db, commit } = this.#ports
    if (this.#live?.turnId !== turnId || this.#live.text !== '') return
    const turn = (await readPending(db)).find((each) => each.turnId === turnId)
    if (turn === undefined || turn.fallback === null) return
    const edits = fallbackEdits(turn)
    const saved = await commit({ kind: 'edit', label: 'Answer of this device', announce: false, edits })
    if (saved.ok) await changePending(db, turnId, { fallback: null })
    if (this.#live?.turnId === turnId && this.#live.text === '') this.#show({ ...this.#live, phase: 'slow' })
  }

  /** The person does not want that agent asked any more. */
  async #giveUp(turn: PendingTurn): Promise<void> {
    const { db, commit } = this.#ports
    const edits = [messageFieldsEdit(turn.question, { state: 'sent' }), ...fallbackEdits(turn)]
    const saved = await commit({ kind: 'edit', label: 'Question kept here', announce: false, edits })
    if (!saved.ok) throw new Error('A question of the coach could not be saved')
    await removePending(db, turn.turnId)
  }

  async #settle(turn: PendingTurn, end: Exclude<TurnEnd, { kind: 'later' }>): Promise<void> {
    const { db, client, commit } = this.#ports
    // Deleted meanwhile, on this device or another: nobody wants its answer.
    const isThere = (await readMessage(db, turn.question)) !== undefined
    const edits = isThere ? await settlingEdits(db, turn, end) : []
    const saved = await commit({ kind: 'edit', label: 'Answer of the coach', announce: false, edits })
    this.#show(undefined)
    // Not saved, it stays with the server, and the next page fetches it again.
    if (!saved.ok) throw new Error('An answer of the coach could not be saved')
    await removePending(db, turn.turnId)
    await client.acknowledge(turn.turnId)
  }

  /** The question says that it waits, and this device answers it meanwhile. */
  async #leaveForLater(turn: PendingTurn): Promise<void> {
    const { db, commit, runInBackground } = this.#ports
    this.#show(undefined)
    const edits = [messageFieldsEdit(turn.question, { state: 'queued' }), ...fallbackEdits(turn)]
    const saved = await commit({ kind: 'edit', label: 'Question kept for later', announce: false, edits })
    if (saved.ok) await changePending(db, turn.turnId, { fallback: null })
    await runInBackground().catch((error: unknown) => console.info('No background run:', error))
  }

  #show(live: LiveTurn | undefined): void {
    this.#live = live
    for (const listener of this.#listeners) listener()
  }
}
