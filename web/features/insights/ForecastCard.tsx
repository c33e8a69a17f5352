import { useMemo } from 'react'
import type { DailySeries } from '../../insight/daily-series.ts'
import type { Forecast } from '../../insight/forecast.ts'
import type { Sentence } from '../../insight/wording/sentence.ts'
import type { MetricTerms } from '../../insight/wording/terms.ts'
import { Card } from '../../ui/Card.tsx'
import { Chart } from '../../ui/Chart.tsx'
import { InTurn } from '../../ui/InTurn.tsx'
import type { MetricLens } from '../../ui/metric-lens.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { forecastPlan } from './forecast-plan.ts'
import { backtestText } from './forecast-text.ts'
import { HowComputed } from './HowComputed.tsx'
import { Told } from './Told.tsx'

export interface ForecastCardProps {
  readonly forecast: Forecast
  readonly sentence: Sentence
  readonly series: DailySeries | undefined
  readonly lens: MetricLens
  readonly terms: MetricTerms
}

const HEIGHT = 200
// Legend, summary and the way to the table stand with the drawing.
const FIGURE_HEIGHT = 306

/** The days to come of one metric, with how far off they may be and how such forecasts did. */
export function ForecastCard({ forecast, sentence, series, lens, terms }: ForecastCardProps) {
  const plan = useMemo(
    () => (series === undefined ? undefined : forecastPlan(forecast, series, lens)),
    [forecast, series, lens],
  )
  const place = <Skeleton height={FIGURE_HEIGHT} label={`Loading the forecast of ${lens.metric.name.toLowerCase()}`} />
  return (
    <Card kicker={`${lens.metric.name}, next ${forecast.date.length} days`} hue={lens.hue}>
      <Told about={`forecast:${forecast.metric}`} sentence={sentence} />
      {plan === undefined ? (
        place
      ) : (
        <InTurn place={place}>
          <Chart
            label={`${lens.metric.name}, the last 60 days and the next ${forecast.date.length}`}
            summary={backtestText(forecast, terms)}
            start={plan.start}
            series={plan.series}
            bands={plan.bands}
            marks={plan.marks}
            height={HEIGHT}
          />
        </InTurn>
      )}
      <HowComputed of="forecast" />
    </Card>
  )
}
