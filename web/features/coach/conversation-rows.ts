import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { PendingTurn } from '../../coach-agent/pending-turns.ts'
import type { LiveTurn } from '../../coach-agent/turn-desk.ts'
import type { Message } from '../../store/messages.ts'

/** One line of the conversation as it is drawn. */
export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly date: CivilDate }
  | { readonly kind: 'message'; readonly key: string; readonly message: Message }
  /** An answer on its way. */
  | { readonly kind: 'live'; readonly key: string; readonly live: LiveTurn }

/**
 * Oldest first, each day under its date; what is on its way stands below what has been said to its question. An answer that has been
 * written is not on its way any more, also where the desk has not said so yet.
 */
export function rowsOf(messages: readonly Message[], live: readonly LiveTurn[]): Row[] {
  const rows: Row[] = []
  let day: CivilDate | undefined
  for (const message of messages) {
    const { date, id } = message
    // A device whose clock was wrong may have dated a message before the one above it.
    if (day === undefined || date > day) rows.push({ kind: 'day', key: `day ${date}`, date })
    day = day === undefined || date > day ? date : day
    rows.push({ kind: 'message', key: id, message })
  }
  const answered = new Set(messages.map(({ by, turn }) => (by === 'agent' ? turn : undefined)))
  for (const turn of live) {
    if (answered.has(turn.turnId)) continue
    const place = rows.findLastIndex(
      (row) => row.kind === 'message' && (row.key === turn.question || row.message.question === turn.question),
    )
    if (place >= 0) rows.splice(place + 1, 0, { kind: 'live', key: `live ${turn.turnId}`, live: turn })
  }
  return rows
}

/** What is on its way: the turn that runs in this page, and those that another page runs or that come after. */
export function liveTurns(
  running: LiveTurn | undefined,
  pending: readonly Pick<PendingTurn, 'turnId' | 'question' | 'agent'>[],
  messages: readonly Message[],
): LiveTurn[] {
  // One that waits for a network says so itself, and has an answer of this device.
  const isQueued = (question: string) => messages.find(({ id }) => id === question)?.state === 'queued'
  const others = pending
    .filter(({ turnId, question }) => turnId !== running?.turnId && !isQueued(question))
    .map(
      ({ turnId, question, agent }): LiveTurn => ({
        turnId,
        question,
        agent: agent.name,
        text: '',
        phase: turnId === pending[0]?.turnId ? 'waiting' : 'other-turn',
      }),
    )
  return running === undefined ? others : [running, ...others]
}

/** The questions that wait for a network on this device, by their ids. */
export function waitingIn(
  pending: readonly Pick<PendingTurn, 'question'>[],
  messages: readonly Message[],
): ReadonlySet<string> {
  const here = new Set(pending.map(({ question }) => question))
  return new Set(messages.filter(({ id, state }) => state === 'queued' && here.has(id)).map(({ id }) => id))
}

/** About how high a row will be, in pixels, before it is drawn: near enough that the scroll bar does not jump. */
export function estimateHeight(row: Row): number {
  if (row.kind === 'day') return 40
  const text = row.kind === 'live' ? row.live.text : row.message.text
  return 76 + 24 * (Math.ceil(text.length / 44) + (text.match(/\n/g)?.length ?? 0))
}
