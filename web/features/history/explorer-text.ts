import { addDays, yearOf } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { showValue, type UnitPreference } from '../../../shared/metric/unit.ts'
import { averageText, coverageText, differenceText } from '../../../shared/metric/value-text.ts'
import { dateText, shortDate } from '../../ui/period-text.ts'
import type { ChartPlan } from './chart-plan.ts'
import type { Difference } from './difference.ts'
import type { Headline } from './headline.ts'
import type { LevelRule } from './level.ts'
import { beforeText } from './period-text.ts'
import { lengthOf, type Period } from './range.ts'

/** What the large figure is: `on average a night`, `the level on 23 Nov`, `last recorded on 21 Nov`. */
export function headlineText(metric: Metric, headline: Headline): string {
  if (headline.kind === 'average') return averageText(metric)
  const on = headline.on === undefined ? '' : ` on ${shortDate(headline.on)}`
  return headline.kind === 'level' ? `the level${on}` : `last recorded${on}`
}

/** A difference and against what: `+11 min on the 30 days before`, `about the same as the 30 days before`. */
export function differenceSentence(
  metric: Metric,
  difference: Difference,
  against: string,
  units: UnitPreference,
): string | undefined {
  if (difference.kind === 'none') return undefined
  if (difference.kind === 'same') return `about the same as ${against}`
  return `${differenceText(metric, difference.value, units)} on ${against}`
}

/** What the headline's difference is against: the days before, or for a level the one at their end. */
export function againstText(headline: Headline, period: Period): string {
  return headline.kind === 'average' ? beforeText(period) : `the level ${lengthOf(period)} days before`
}

/** `26 of 30 nights recorded · gaps are left open`. */
export function coverageSentence(metric: Metric, { summary }: Headline): string {
  const coverage = coverageText(metric, summary.recorded, summary.days)
  return summary.recorded < summary.days ? `${coverage} · gaps are left open` : coverage
}

/** What the chart shows, for whoever does not see it. `value` reads a day of the period. */
export function chartSentence(
  metric: Metric,
  headline: Headline,
  period: Period,
  values: Float64Array,
  units: UnitPreference,
): string {
  const { value, summary } = headline
  if (value === undefined || summary.lowest === undefined || summary.highest === undefined) {
    return `${metric.name}: nothing recorded in this period.`
  }
  const show = (amount: number) => unbroken(showValue(metric, amount, units).text)
  const when = yearOf(period.from) === yearOf(period.to) ? shortDate : dateText
  const day = (at: number) => `${show(values[at] ?? Number.NaN)} on ${when(addDays(period.from, at))}`
  const comma = headline.kind === 'average' ? '' : ','
  return `${metric.name}: ${show(value)}${comma} ${headlineText(metric, headline)}, between ${day(summary.lowest)} and ${day(summary.highest)}.`
}

/** How the drawing is to be read. */
export function drawingText(rule: LevelRule, plan: Pick<ChartPlan, 'series' | 'bands'>): string {
  if (plan.series.some(({ expected }) => expected === true)) return FORECAST_TEXT
  const levelled = plan.series.some(({ level }) => level !== undefined)
  const line = levelled ? `The line is the ${rule.width}-day level, the dots are days` : 'Each dot is a day'
  return plan.bands.length === 0 ? `${line}.` : `${line}; the shaded band holds the middle half of them.`
}

const FORECAST_TEXT =
  'The broken line is what is expected; in the long run 80 of 100 days fall into its inner band and 95 into the outer.'

/** How several metrics in one drawing are to be read. */
export const COMPARE_TEXT =
  'Each line is stretched between its own lowest and highest: compare shapes, not heights. Point at a day for its real values.'

// A line break inside 7 h 24 reads as two numbers.
const unbroken = (text: string) => text.replaceAll(' ', '\u00a0')
