import { addDays } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { showValue, type UnitPreference } from '../../../shared/metric/unit.ts'
import type { Difference } from './difference.ts'
import type { Headline } from './headline.ts'
import type { LevelRule } from './level.ts'
import { shortDate } from './period-text.ts'
import type { Period } from './range.ts'
import { coverageText, dayNoun, differenceText } from './value-text.ts'

/** What the large figure is: `on average a night`, `the level on 23 Nov`. */
export function headlineText(metric: Metric, headline: Headline): string {
  if (headline.kind === 'average') return `on average a ${dayNoun(metric)}`
  return headline.on === undefined ? 'no level' : `the level on ${shortDate(headline.on)}`
}

/** A difference and against what: `+11 min on the 30 days before`, `about the same as the 30 days before (+2 min)`. */
export function differenceSentence(
  metric: Metric,
  difference: Difference,
  against: string,
  units: UnitPreference,
): string | undefined {
  if (difference.kind === 'none') return undefined
  const amount = differenceText(metric, difference.value, units)
  return difference.kind === 'same' ? `about the same as ${against} (${amount})` : `${amount} on ${against}`
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
  const show = (amount: number) => showValue(metric, amount, units).text
  const day = (at: number) => `${show(values[at] ?? Number.NaN)} on ${shortDate(addDays(period.from, at))}`
  return `${metric.name} ${show(value)} ${headlineText(metric, headline)}, between ${day(summary.lowest)} and ${day(summary.highest)}.`
}

/** How the drawing is to be read. */
export function drawingText(rule: LevelRule, banded: boolean): string {
  const line = `The line is the ${rule.width}-day level, the dots are days`
  return banded ? `${line}, the shaded band holds the middle half of them.` : `${line}.`
}

/** How several metrics in one drawing are to be read. */
export const COMPARE_TEXT =
  'Each line is stretched between its own lowest and highest value: compare shapes, not heights. Point at a day for the real values.'
