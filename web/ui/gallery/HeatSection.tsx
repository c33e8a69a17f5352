import { Card } from '../Card.tsx'
import { HeatCalendar } from '../HeatCalendar.tsx'
import { metricHue } from '../hue.ts'
import styles from './Gallery.module.css'
import { dateOf, randomly, showHours, showSteps, wander } from './sample.ts'

const YEAR = wander(7, 327, 7.2, 0.6)
const DECADE = wander(17, 3600, 8000, 1500, 0.1)
const draw = randomly(5)
const LOGGED = Float64Array.from({ length: 90 }, () => (draw() < 0.12 ? Number.NaN : 4))

export function HeatSection() {
  return (
    <section className={styles['section']}>
      <h2>Heat calendars</h2>
      <Card title="The year">
        <HeatCalendar
          label="Sleep, 2026"
          summary="301 of 327 nights recorded."
          start={dateOf(2026, 1, 1)}
          values={YEAR}
          hue={metricHue('sleep')}
          show={showHours}
          thresholds={[6.5, 7, 7.5]}
        />
      </Card>
      <Card title="The last 90 days">
        <HeatCalendar
          label="Days logged, last 90 days"
          summary="80 of 90 days logged."
          start={dateOf(2026, 8, 26)}
          values={LOGGED}
          hue="--accent"
          show={() => 'logged'}
          thresholds={[1, 2, 3]}
          legend={[
            { level: 0, text: 'not logged' },
            { level: 4, text: 'logged' },
          ]}
        />
      </Card>
      <Card title="Ten years">
        <HeatCalendar
          label="Steps, 2017 to 2026"
          summary="3 240 of 3 600 days recorded."
          start={dateOf(2017, 1, 15)}
          values={DECADE}
          hue={metricHue('steps')}
          show={showSteps}
        />
      </Card>
    </section>
  )
}
