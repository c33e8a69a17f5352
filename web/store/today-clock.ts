import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import { type DayRule, dayAt, msUntilDayMayTurn } from '../../shared/calendar/day-clock.ts'

/** What a watch over the day needs of the world; the browser's own by default. */
export interface DayWatch {
  readonly now: () => number
  readonly setTimeout: (run: () => void, ms: number) => unknown
  readonly clearTimeout: (timer: unknown) => void
  /** Calls `listener` when the page is seen again: timers sleep with the device. Answers how to stop. */
  readonly onSeenAgain: (listener: () => void) => () => void
}

/** Calls `turned` with each new day of the person's, at their day start. Answers how to stop. */
export function watchDay(rule: DayRule, turned: (today: CivilDate) => void, watch: DayWatch): () => void {
  let today = dayAt(watch.now(), rule)
  let timer: unknown
  const look = () => {
    watch.clearTimeout(timer)
    const now = watch.now()
    const day = dayAt(now, rule)
    timer = watch.setTimeout(look, msUntilDayMayTurn(now, rule))
    if (day === today) return
    today = day
    turned(day)
  }
  look()
  const stop = watch.onSeenAgain(look)
  return () => {
    watch.clearTimeout(timer)
    stop()
  }
}

/** The page's own clock and timers. */
export function pageWatch(now: () => number): DayWatch {
  return {
    now,
    setTimeout: (run, ms) => window.setTimeout(run, ms),
    clearTimeout: (timer) => {
      if (typeof timer === 'number') window.clearTimeout(timer)
    },
    onSeenAgain: (listener) => {
      document.addEventListener('visibilitychange', listener)
      window.addEventListener('pageshow', listener)
      return () => {
        document.removeEventListener('visibilitychange', listener)
        window.removeEventListener('pageshow', listener)
      }
    },
  }
}
