import { useEffect, useEffectEvent, useState } from 'react'
import { useLocation } from 'wouter'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import { MOOD } from '../../../shared/metric/catalogue.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { type DaySnapshot, valueOn } from './day-snapshot.ts'
import { addressOfDay } from './selected-day.ts'

interface Opened {
  readonly metric: Metric
  readonly date: CivilDate
  /** Names this opening, so that what is typed during it is one change to undo. */
  readonly id: string
}

interface EntryInput {
  readonly day: CivilDate
  readonly today: CivilDate
  /** In the order of the tiles. */
  readonly metrics: readonly Metric[]
  /** The chosen day's, or undefined while it is being read. */
  readonly snapshot: DaySnapshot | undefined
  /** What the address asks to log: a metric's id, or `first` for the first that is open. */
  readonly log: string | null
}

// Not one of the store's ids: what makes those comes after the first picture.
const nameOpening = (): string => crypto.getRandomValues(new Uint32Array(2)).join('-')

/** Which value is being entered. Mood is entered in its own tile, so asking for it hands out a turn to take the focus. */
export function useEntry({ day, today, metrics, snapshot, log }: EntryInput) {
  const [, navigate] = useLocation()
  const [opened, setOpened] = useState<Opened>()
  const [moodTurn, setMoodTurn] = useState(0)

  const enter = (metric: Metric, date: CivilDate, id: string) => {
    setOpened(metric.id === MOOD.id ? undefined : { metric, date, id })
    if (metric.id === MOOD.id) setMoodTurn((turn) => turn + 1)
  }

  const read = snapshot?.day
  const answer = useEffectEvent((wanted: string) => {
    if (snapshot === undefined) return
    const open = metrics.find(({ id }) => valueOn(snapshot, id, snapshot.day) === undefined)
    const metric = wanted === 'first' ? (open ?? metrics[0]) : metrics.find(({ id }) => id === wanted)
    // The question leaves the address first: the sheet adds an entry to the history, and "back" must not ask again.
    navigate(addressOfDay(snapshot.day, today), { replace: true })
    if (metric !== undefined) enter(metric, snapshot.day, nameOpening())
  })
  useEffect(() => {
    if (log !== null && read !== undefined) answer(log)
  }, [log, read])

  const next = opened === undefined ? undefined : metrics[metrics.findIndex(({ id }) => id === opened.metric.id) + 1]
  return {
    opened,
    next,
    moodTurn,
    open: (metric: Metric) => {
      // Over the values of another day it must not open: it is asked for, until this day's are there or one walks on.
      if (snapshot === undefined) navigate(`/?day=${day}&log=${metric.id}`, { replace: true })
      else enter(metric, day, nameOpening())
    },
    goNext: () => {
      if (opened !== undefined && next !== undefined) enter(next, opened.date, opened.id)
    },
    close: () => setOpened(undefined),
  }
}
