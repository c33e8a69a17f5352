import { ChartLine } from 'lucide-react'
import type { NotEnoughData } from '../../insight/analysis.ts'
import type { Forecast } from '../../insight/forecast.ts'
import { forecastSentence, notEnoughDataSentence } from '../../insight/wording/forecast-sentence.ts'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { ForecastCard } from './ForecastCard.tsx'
import styles from './Insights.module.css'
import type { ViewProps } from './PatternsView.tsx'
import { SentenceList } from './SentenceList.tsx'

/** The days to come of each metric, and of which there is too little to say. */
export function AheadView({ analysis, seriesOf, words }: ViewProps) {
  const forecasts = analysis.forecasts.filter((one): one is Forecast => one.kind === 'forecast')
  const missing = analysis.forecasts.filter((one): one is NotEnoughData => one.kind === 'not-enough-data')
  return (
    <div className={styles['page']}>
      {forecasts.length === 0 && (
        <Card>
          <EmptyState icon={<ChartLine />} title="No forecast yet.">
            A forecast needs 14 recorded days in the last 60, the last of them at most two weeks ago.
          </EmptyState>
        </Card>
      )}
      <h2>
        <VisuallyHidden>The days to come</VisuallyHidden>
      </h2>
      {forecasts.length > 0 && (
        <ul className={styles['cards']}>
          {forecasts.map((forecast) => {
            const lens = words.lensOf(forecast.metric)
            return (
              lens !== undefined && (
                <li key={forecast.metric}>
                  <ForecastCard
                    forecast={forecast}
                    sentence={forecastSentence(forecast, words.termsOf)}
                    series={seriesOf(forecast.metric)}
                    lens={lens}
                    terms={words.termsOf(forecast.metric)}
                  />
                </li>
              )
            )
          })}
        </ul>
      )}
      {missing.length > 0 && (
        <Card title="Too little to say">
          <SentenceList
            items={missing.map((refused) => ({
              key: `forecast:${refused.metric}`,
              lens: words.lensOf(refused.metric),
              sentence: notEnoughDataSentence(refused, words.termsOf),
            }))}
          />
        </Card>
      )}
    </div>
  )
}
