import { type CivilDate, daysBetween } from '../../shared/calendar/civil-date.ts'
import type { AskedPeriod } from './answer.ts'

/** Where in the app a figure stands, as its routes read their addresses. */

const RANGES = [
  ['W', 7],
  ['M', 30],
  ['3M', 90],
  ['6M', 180],
  ['1Y', 365],
] as const

/** Days of a metric: the narrowest range of History that shows them, and its table with just these days. */
export function linkToDays(metric: string, { from, to }: Pick<AskedPeriod, 'from' | 'to'>): string {
  const length = daysBetween(from, to) + 1
  const range = RANGES.find(([, days]) => days >= length)?.[0] ?? 'All'
  const search = new URLSearchParams({ metric, range, until: to, from, to })
  return `/history?${search}`
}

export const linkToDay = (date: CivilDate, today: CivilDate): string => (date === today ? '/' : `/?day=${date}`)

export function linkToComparison({ from, to }: Pick<AskedPeriod, 'from' | 'to'>): string {
  return `/insights?${new URLSearchParams({ view: 'compare', from, to })}`
}

export const LINKS = {
  findings: '/insights',
  ahead: '/insights?view=ahead',
  changes: '/insights?view=changes',
  trials: '/insights?view=trials',
  streaks: '/streaks',
  goals: '/goals',
  challenges: '/goals?part=challenges',
} as const
