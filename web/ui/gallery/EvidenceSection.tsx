import { Card } from '../Card.tsx'
import { Chart } from '../Chart.tsx'
import { metricHue } from '../hue.ts'
import { IntervalBar } from '../IntervalBar.tsx'
import { PointPlot } from '../PointPlot.tsx'
import { plotAxis } from '../plot-axis.ts'
import styles from './Gallery.module.css'
import { dateOf, randomly, showHours, showKilograms, showSteps, wander } from './sample.ts'

const draw = randomly(21)
const sleep = Float64Array.from({ length: 85 }, () => 6 + 3 * draw())
const steps = sleep.map((hours) => 3000 + 700 * hours + 3000 * draw())
const isLong = (index: number) => (sleep[index] ?? 0) >= 8
const group = (long: boolean) => ({
  x: sleep.filter((_, index) => isLong(index) === long),
  y: steps.filter((_, index) => isLong(index) === long),
})
const x = plotAxis(sleep, 4, (hours) => `${hours} h`)
const y = plotAxis(steps, 3, showSteps)

const AHEAD = 30
const past = wander(31, 60, 74.6, 0.5)
const padded = (values: (day: number) => number) =>
  Float64Array.from({ length: past.length + AHEAD }, (_, day) =>
    day < past.length ? Number.NaN : values(day - past.length),
  )
const SERIES = [
  { label: 'Weight', hue: metricHue('weight'), points: past, show: showKilograms },
  {
    label: 'Forecast',
    hue: metricHue('weight'),
    points: padded((day) => 74.4 - day / 200),
    show: showKilograms,
    expected: true,
  },
]
const band = (label: string, width: number) => ({
  label,
  low: padded((day) => 74.4 - day / 200 - width * Math.sqrt(day + 4)),
  high: padded((day) => 74.4 - day / 200 + width * Math.sqrt(day + 4)),
  show: (low: number, high: number) => `${showKilograms(low)} to ${showKilograms(high)}`,
})
const BANDS = [band('95 of 100 days', 0.25), band('80 of 100 days', 0.15)]
const MARKS = [{ date: dateOf(2026, 11, 23), label: 'Forecast' }]
const signed = (value: number) => `${value < 0 ? '−' : '+'}${showSteps(Math.abs(value))} steps`

/** What a sentence of the insights stands on. */
export function EvidenceSection() {
  return (
    <section className={styles['section']}>
      <h2>Evidence</h2>
      <Card title="Points and two groups">
        <PointPlot
          label="Sleep across, steps up, a dot for each day"
          hue={metricHue('steps')}
          points={[
            { ...group(false), tone: 'faint' },
            { ...group(true), tone: 'strong' },
          ]}
          lines={[{ from: [8, y.low], to: [8, y.high], look: 'mark' }]}
          x={x}
          y={y}
        />
      </Card>
      <Card title="Intervals">
        {[
          [600, 1200, 1800],
          [-400, 150, 700],
          [-900, -850, -800],
        ].map(([low = 0, value = 0, high = 0]) => (
          <IntervalBar
            key={value}
            low={low}
            value={value}
            high={high}
            hue={metricHue('steps')}
            show={signed}
            label="95 % range"
            referenceLabel="no difference"
          />
        ))}
        <IntervalBar
          low={6.1}
          value={6.4}
          high={6.7}
          reference={7}
          hue={metricHue('sleep')}
          show={showHours}
          label="95 % range"
          referenceLabel="advised: 7 h 00"
        />
      </Card>
      <Card title="A forecast">
        <Chart
          label="Weight, the last 60 days and the next 30"
          summary="Off by 0.4 kg on average so far."
          start={dateOf(2026, 9, 24)}
          series={SERIES}
          bands={BANDS}
          marks={MARKS}
          height={200}
        />
      </Card>
    </section>
  )
}
