import { memo, useMemo } from 'react'
import type { CivilDate, Weekday } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { showValue, type UnitPreference } from '../../../shared/metric/unit.ts'
import { averageText } from '../../../shared/metric/value-text.ts'
import { Card } from '../../ui/Card.tsx'
import { dayText } from '../../ui/date-text.ts'
import { periodText } from '../../ui/period-text.ts'
import { type DayGrid, valuesIn } from './day-grid.ts'
import { type Fact, factsOf } from './facts.ts'
import styles from './PeriodFacts.module.css'
import type { Period } from './range.ts'

interface Props {
  readonly grid: DayGrid
  readonly metric: Metric
  readonly period: Period
  readonly units: UnitPreference
  readonly weekStart: Weekday
  readonly onDay: (date: CivilDate) => void
}

/** The outermost weeks and days of the period. A day leads to what was recorded on it. */
export const PeriodFacts = memo(function PeriodFacts({ grid, metric, period, units, weekStart, onDay }: Props) {
  const facts = useMemo(
    () => factsOf(metric, valuesIn(grid, metric.id, period), period, weekStart),
    [grid, metric, period, weekStart],
  )
  if (facts.length === 0) return null
  return (
    <Card title="In this period">
      <dl className={styles['facts']}>
        {facts.map((fact) => (
          <div key={fact.name} className={styles['fact']}>
            <dt>{fact.name}</dt>
            <dd className={styles['value']}>
              {showValue(metric, fact.value, units).text}
              {fact.isAverage && <span className={styles['average']}> {averageText(metric)}</span>}
            </dd>
            <dd className={styles['when']}>
              <When fact={fact} onDay={onDay} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
})

function When({ fact, onDay }: { readonly fact: Fact; readonly onDay: (date: CivilDate) => void }) {
  if (fact.when.from !== fact.when.to) return periodText(fact.when)
  return (
    <button type="button" className={styles['day']} onClick={() => onDay(fact.when.from)}>
      {dayText(fact.when.from)}
    </button>
  )
}
