import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { LiveTurn } from '../../coach-agent/turn-desk.ts'
import type { Message } from '../../store/messages.ts'

/** One line of the conversation as it is drawn. */
export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly date: CivilDate }
  | { readonly kind: 'message'; readonly key: string; readonly message: Message }
  /** An answer on its way. */
  | { readonly kind: 'live'; readonly key: string; readonly live: LiveTurn }

/** Oldest first, each day under its date; what is on its way stands below what has been said to its question. */
export function rowsOf(messages: readonly Message[], live: LiveTurn | undefined): Row[] {
  const rows: Row[] = []
  let day: CivilDate | undefined
  let place: number | undefined
  for (const message of messages) {
    const { date, id } = message
    // A device whose clock was wrong may have dated a message before the one above it.
    if (day === undefined || date > day) rows.push({ kind: 'day', key: `day ${date}`, date })
    day = day === undefined || date > day ? date : day
    rows.push({ kind: 'message', key: id, message })
    if (live !== undefined && (id === live.question || message.question === live.question)) place = rows.length
  }
  if (live !== undefined && place !== undefined)
    rows.splice(place, 0, { kind: 'live', key: `live ${live.turnId}`, live })
  return rows
}

/** About how high a row will be, in pixels, before it is drawn: near enough that the scroll bar does not jump. */
export function estimateHeight(row: Row): number {
  if (row.kind === 'day') return 40
  const text = row.kind === 'live' ? row.live.text : row.message.text
  return 76 + 24 * (Math.ceil(text.length / 44) + (text.match(/\n/g)?.length ?? 0))
}
