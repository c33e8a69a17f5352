import { addDays, addMonths, type CivilDate, daysBetween, toEpochDay } from '../../../shared/calendar/civil-date.ts'
import type { Comparison, Level, Refusal } from '../analysis.ts'
import { withoutWeekdays } from '../change/weekday-medians.ts'
import type { DailySeries } from '../daily-series.ts'
import { tQuantile } from '../numerics/student-t.ts'
import { type DayGrid, gridBefore, weekdayIndex, windowOf } from '../series/day-grid.ts'
import { type Contrast, contrast, type Mean } from './contrast.ts'
import { type DayVariation, dayVariation, VARIATION_DAYS } from './day-variation.ts'

/** The period that is asked about, both ends included, and the earlier one it is held against. */
export interface ComparedPeriod {
  readonly from: CivilDate
  readonly to: CivilDate
  /** The days just before, as many; or as many from the same date of the year before. */
  readonly against: Comparison['against']
}

/** What must be recorded of each of the two periods. */
const LEAST_DAYS = 4
const LEAST_SHARE = 0.5

/** `comparePeriods` for a series as it is recorded: of days from `today` on, nothing is looked at. */
export function compare(
  series: DailySeries,
  { today, ...period }: ComparedPeriod & { readonly today: CivilDate },
): Comparison | Refusal {
  const grid = gridBefore(series, today)
  if (grid === undefined) return { looked: 'comparison', metricY: series.metric, reason: 'too-few-days', n: 0 }
  return comparePeriods(grid, period)
}

/**
 * The mean of a period's recorded days beside that of an earlier period, with the 95 % interval of their difference, for
 * days that vary about their level as an AR(1). Where weekdays were not recorded equally often in both, the interval
 * reaches as far as the difference without weekdays does. Refused: a period with fewer than 4 recorded days or less than
 * half of its days, fewer than 21 recorded days in the year before its end, days that do not vary.
 */
export function comparePeriods(
  grid: DayGrid,
  { from, to, against }: ComparedPeriod,
  variation = dayVariation(grid, to),
): Comparison | Refusal {
  const length = daysBetween(from, to) + 1
  const earlierFrom = against === 'year-ago' ? addMonths(from, -12) : addDays(from, -length)
  const earlierTo = addDays(earlierFrom, length - 1)
  const refused = { looked: 'comparison', metricY: grid.metric } as const

  const last = toEpochDay(to)
  // As far back as weekdays are told apart by.
  const first = Math.min(toEpochDay(earlierFrom), last - VARIATION_DAYS + 1)
  const values = windowOf(grid, first, last)
  const flat = withoutWeekdays(values, weekdayIndex(first))
  const stretches = [
    { from: toEpochDay(earlierFrom) - first, to: toEpochDay(earlierTo) - first },
    { from: toEpochDay(from) - first, to: last - first },
  ] as const
  const phi = 'reason' in variation ? 0 : variation.phi
  const plain = contrast(values, ...stretches, phi)
  const n = Math.min(plain.earlier.n, plain.later.n)
  const needed = Math.max(LEAST_DAYS, Math.ceil(LEAST_SHARE * length))
  if (n < needed) return { ...refused, reason: 'too-few-days', n, needed }
  if ('reason' in variation) return { ...refused, ...variation }

  const difference = plain.later.mean - plain.earlier.mean
  const ci95 = intervalOf(difference, contrast(flat, ...stretches, phi), variation)
  const level = ({ mean, n: days }: Mean, begin: CivilDate, end: CivilDate): Level => ({
    mean,
    n: days,
    from: begin,
    to: end,
  })
  return {
    metric: grid.metric,
    against,
    period: level(plain.later, from, to),
    earlier: level(plain.earlier, earlierFrom, earlierTo),
    difference,
    ci95,
    verdict: ci95[0] > 0 ? 'higher' : ci95[1] < 0 ? 'lower' : 'about-the-same',
  }
}

function intervalOf(difference: number, flat: Contrast, { deviation, freedom }: DayVariation): [number, number] {
  const reach = tQuantile(0.975, freedom) * deviation * Math.sqrt(flat.variance)
  const withoutWeekday = flat.later.mean - flat.earlier.mean
  return [Math.min(difference, withoutWeekday) - reach, Math.max(difference, withoutWeekday) + reach]
}
