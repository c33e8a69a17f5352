import { useState } from 'react'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { dayEdit } from '../../store/days.ts'
import { useCommit } from '../../store/react.tsx'
import { shortDay } from './day-text.ts'

export type SaveState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saved' }
  /** What was typed is impossible, so what stood there before it still does. */
  | { readonly kind: 'held' }
  | { readonly kind: 'failed'; readonly message: string }

/**
 * Saves a metric's typed value on a day; undefined clears it. `session` joins the keystrokes of one entry into one
 * change to undo.
 */
export function useSaveValue(metric: Metric, date: CivilDate, today: CivilDate, session: string) {
  const commit = useCommit()
  const [state, setState] = useState<{ readonly session: string; readonly status: SaveState }>()

  const write = async (value: number | undefined, done: SaveState) => {
    const result = await commit({
      kind: 'edit',
      label: `${metric.name} on ${shortDay(date, today)} ${value === undefined ? 'cleared' : 'saved'}`,
      edits: [dayEdit(date, metric.id, value ?? null)],
      session,
    })
    setState({ session, status: result.ok ? done : { kind: 'failed', message: result.failure.message } })
  }

  const status: SaveState = state?.session === session ? state.status : { kind: 'untouched' }
  return {
    status,
    save: (value: number | undefined) => void write(value, { kind: 'saved' }),
    /** Puts back what stood there before an entry that turned out to be impossible. */
    hold: (value: number | undefined) => void write(value, { kind: 'held' }),
  }
}
