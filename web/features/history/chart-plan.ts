import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { fromDisplay, showValue, toDisplay, type UnitPreference } from '../../../shared/metric/unit.ts'
import { axisText } from '../../../shared/metric/value-text.ts'
import type { ChartBand, ChartMark, ChartSeries } from '../../ui/chart-series.ts'
import { metricHue } from '../../ui/hue.ts'
import { type Column, countRecorded, type DayGrid } from './day-grid.ts'
import { levelRule } from './level.ts'
import { measure } from './measure.ts'
import type { DrawnOutlook } from './outlook.ts'
import { lengthOf, type Period } from './range.ts'
import { usualRange } from './usual-range.ts'

/** What the chart draws of a period. */
export interface ChartPlan {
  readonly start: CivilDate
  readonly series: readonly ChartSeries[]
  /** The middle half of the days, or the bands of a forecast; only behind a metric that is alone. */
  readonly bands: readonly ChartBand[]
  readonly marks: readonly ChartMark[]
}

/** The metrics in the period, in display units, so that the axis has round figures in them; of one alone its outlook too. */
export function chartPlan(
  grid: DayGrid,
  metrics: readonly Metric[],
  period: Period,
  units: UnitPreference,
  outlook?: DrawnOutlook,
): ChartPlan {
  const rule = levelRule(lengthOf(period))
  const series = metrics.map((metric): ChartSeries => {
    const { values, level } = measure(grid, metric.id, period, rule)
    return {
      label: metric.name,
      hue: metricHue(metric.id),
      points: displayed(metric, values, units),
      level: isTelling(values, level) ? displayed(metric, level, units) : undefined,
      show: (value) => showValue(metric, fromDisplay(metric, value, units), units).text,
      axis: (value) => axisText(metric, value),
    }
  })
  const [only] = series
  const [metric] = metrics
  if (series.length !== 1 || only === undefined || metric === undefined) {
    return { start: period.from, series, bands: [], marks: [] }
  }
  const { mean, bands, marks } = outlook ?? NO_OUTLOOK
  if (mean !== undefined) {
    const { show } = only
    const ahead = {
      ...only,
      label: 'Forecast',
      points: displayed(metric, mean, units),
      level: undefined,
      expected: true,
    }
    const drawn = bands.map(({ label, low, high }) => ({
      label,
      low: displayed(metric, low, units),
      high: displayed(metric, high, units),
      show: (from: number, to: number) => `${show(from)} to ${show(to)}`,
    }))
    return { start: period.from, series: [only, ahead], bands: drawn, marks }
  }
  const usual = usualRange(only.points)
  const band = usual === undefined ? [] : [{ label: 'Middle half of the days', ...usual }]
  return { start: period.from, series, bands: band, marks }
}

const NO_OUTLOOK: DrawnOutlook = { mean: undefined, bands: [], marks: [] }

const SHORTEST_LEVELLED = 14

/**
 * A level says something over the days of two weeks or more, where it stands on most of the recorded ones: a weight taken
 * once a week is better shown as it is.
 */
function isTelling(values: Column, level: Column): boolean {
  return values.length >= SHORTEST_LEVELLED && countRecorded(level) * 2 > countRecorded(values)
}

function displayed(metric: Metric, values: Column, units: UnitPreference): Column {
  return toDisplay(metric, 1, units) === 1 ? values : values.map((value) => toDisplay(metric, value, units))
}
