import { Card } from '../Card.tsx'
import { Chart } from '../Chart.tsx'
import { Figure } from '../Figure.tsx'
import { metricHue } from '../hue.ts'
import styles from './Gallery.module.css'
import { dateOf, levelOf, showHours, showKilograms, showSteps, wander } from './sample.ts'

const sleep = wander(7, 327, 7.3, 0.5)
const SLEEP = {
  label: 'Sleep',
  hue: metricHue('sleep'),
  points: sleep,
  level: levelOf(sleep),
  show: showHours,
  axis: (hours: number) => `${hours} h`,
}
const YEAR = [SLEEP]
const BANDS = [{ label: 'Usual range', low: 7, high: 8 }]
const MONTH = [
  { label: 'Weight', hue: metricHue('weight'), points: wander(11, 30, 74.6, 0.5, 0.35), show: showKilograms },
]
const COMPARED = [
  { label: 'Weight', hue: metricHue('weight'), points: wander(3, 180, 74.6, 0.5), show: showKilograms },
  { label: 'Steps', hue: metricHue('steps'), points: wander(5, 180, 8200, 900), show: showSteps },
  { label: 'Sleep', hue: metricHue('sleep'), points: wander(9, 180, 7.3, 0.4), show: showHours },
]

export function ChartSection() {
  return (
    <section className={styles['section']}>
      <h2>Charts</h2>
      <Card>
        <div className={styles['row']}>
          <Figure value="7 h 24" size="large" />
          <span className={styles['soft']}>+ 11 min on 2025</span>
        </div>
        <Chart
          label="Sleep, 1 Jan to 23 Nov 2026"
          summary="On average a night · 301 of 327 nights recorded · gaps are left open"
          start={dateOf(2026, 1, 1)}
          series={YEAR}
          bands={BANDS}
        />
      </Card>
      <Card title="A month with gaps">
        <Chart
          label="Weight, 30 days"
          summary="Between 73.9 and 75.3 kg · 20 of 30 days recorded"
          start={dateOf(2026, 10, 25)}
          series={MONTH}
          height={180}
        />
      </Card>
      <Card title="Compared">
        <Chart
          label="Weight, steps and sleep, 6 months"
          summary="Each on its own scale; the values are real."
          start={dateOf(2026, 5, 28)}
          series={COMPARED}
          normalised
        />
      </Card>
    </section>
  )
}
