import type { CoachStore, KeptAgent, TurnEnd, TurnHold } from '../store/coach-port.ts'
import { leaseFrom, RENEW_MS } from './lease.ts'
import type { TurnEnding, TurnSeal } from './turn-seal.ts'

/** Calls back once, so many ms later. Returns how to stop that. */
export type SetTimer = (run: () => void, ms: number) => () => void

/** What comes is written after so many ms, or as soon as it is so many UTF-16 code units. */
export const SAVE_AFTER_MS = 250
const SAVE_UNITS = 2048

export interface SaverPorts {
  readonly store: Pick<CoachStore, 'write' | 'finish' | 'release'>
  readonly seal: TurnSeal
  readonly setTimer: SetTimer
  /** ms since 1970 UTC. */
  readonly now: () => number
  /** The turn is to be stopped. */
  readonly onCancelled: () => void
  /** Another runs the turn now, or nothing is kept of it any more. */
  readonly onLost: () => void
  /** The database did not take it; it is tried again. */
  readonly onProblem: (error: unknown) => void
}

/** What there is to write. */
export interface TurnNews {
  readonly text?: string
  readonly cursor?: number | undefined
  readonly runId?: string
  readonly agent?: KeptAgent
}

export interface TurnSaver {
  note(news: TurnNews): void
  /** Writes the rest and ends the turn. False: another has it. */
  end(end: Omit<TurnEnd, 'piece' | 'agent'>, ending: TurnEnding): Promise<boolean>
  /** Writes the rest, and lets another take the turn up. */
  release(): Promise<void>
  /** Writes nothing any more. */
  drop(): void
}

/** Writes a turn as it goes on, sealed, in pieces, one write at a time, and renews its lease. `piece` is the number of the first one. */
export function turnSaver(hold: TurnHold, piece: number, ports: SaverPorts): TurnSaver {
  const { store, seal, setTimer, now, onProblem } = ports
  let next = piece
  let news: TurnNews & { readonly text: string } = { text: '' }
  let saving: Promise<void> | undefined
  let timer: { readonly ms: number; readonly stop: () => void } | undefined
  let closed = false

  function arm(ms: number): void {
    if (closed || saving !== undefined || (timer !== undefined && timer.ms <= ms)) return
    timer?.stop()
    timer = { ms, stop: setTimer(save, ms) }
  }
  const waitFor = () => {
    if (news.agent !== undefined || news.text.length >= SAVE_UNITS) return 0
    return news.text === '' && news.runId === undefined ? RENEW_MS : SAVE_AFTER_MS
  }
  function save(): void {
    if (closed || saving !== undefined) return
    saving = write().finally(() => {
      saving = undefined
      timer = undefined
      arm(waitFor())
    })
  }
  async function write(): Promise<void> {
    const { text, cursor, ...rest } = news
    news = { text: '' }
    try {
      const isPiece = text !== ''
      const sealed = isPiece ? { n: next, sealed: await seal.seal(next, { text }), cursor } : undefined
      const outcome = await store.write(hold, {
        ...leaseFrom(now()),
        ...rest,
        ...(sealed === undefined ? {} : { piece: sealed }),
      })
      if (outcome === 'lost') return ports.onLost()
      if (isPiece) next += 1
      if (outcome === 'cancelled') ports.onCancelled()
    } catch (error) {
      news = { ...rest, ...(news.text === '' ? { cursor } : {}), ...news, text: text + news.text }
      onProblem(error)
    }
  }
  async function close(): Promise<void> {
    closed = true
    timer?.stop()
    await saving
  }

  arm(RENEW_MS)
  return {
    note({ text = '', ...rest }) {
      news = { ...news, ...rest, text: news.text + text }
      arm(waitFor())
    },
    async end({ state, tokens }, ending) {
      await close()
      const { text, agent } = news
      const sealed = { n: next, sealed: await seal.seal(next, { text, end: ending }) }
      return store.finish(hold, { state, tokens, piece: sealed, ...(agent === undefined ? {} : { agent }) })
    },
    async release() {
      await close()
      if (news.text !== '' || news.agent !== undefined || news.runId !== undefined) await write()
      await store.release(hold)
    },
    drop() {
      closed = true
      timer?.stop()
    },
  }
}
