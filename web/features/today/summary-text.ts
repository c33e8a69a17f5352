import type { Metric } from '../../../shared/metric/metric.ts'

/** The day in two short sentences: how much is logged, and what is still open. */
export interface SummaryText {
  readonly head: string
  readonly rest: string
}

/** Names listed as people say them: `Calories`, `Calories and protein`, `Sleep, calories and protein`. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

export function summaryText(logged: readonly Metric[], open: readonly Metric[], isToday: boolean): SummaryText {
  const total = logged.length + open.length
  if (total === 0) return { head: 'No metric is shown', rest: 'Choose what to show in Settings.' }
  if (logged.length === 0) {
    return isToday
      ? { head: 'Nothing logged yet', rest: 'Tap a tile and type: it is saved as you go.' }
      : { head: 'Nothing logged', rest: 'What you still know can be added.' }
  }
  if (open.length === 0) return { head: 'All of it logged', rest: `${total} of ${total} for the day.` }
  const rest = open.length > 3 ? `${open.length} are still open.` : `${sentence(open)} still open.`
  return { head: `${logged.length} of ${total} logged`, rest }
}

/** The streak in a line. No days: what begins one. */
export function streakText(current: number, longest: number): string {
  if (longest === 0) return 'A streak starts with one value.'
  if (current === 0) return `No streak now · best ${days(longest)}`
  const row = current === 1 ? '1 day logged' : `${current} days in a row`
  return current >= longest ? `${row} · your best` : `${row} · best ${longest}`
}

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)

// Inside a sentence the name of a built-in metric is an ordinary word; a person's own name stays as they wrote it.
const sentence = (metrics: readonly Metric[]): string =>
  listed(metrics.map(({ name, builtIn }, index) => (builtIn && index > 0 ? name.toLowerCase() : name)))
