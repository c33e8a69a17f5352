import type { WeekdayFinding } from '../../insight/analysis.ts'
import { weekdayName } from '../../ui/date-text.ts'
import { hueStyle } from '../../ui/hue.ts'
import type { MetricLens } from '../../ui/metric-lens.ts'
import styles from './Evidence.module.css'

export interface WeekdayPictureProps {
  readonly finding: WeekdayFinding
  readonly lens: MetricLens
  /** A difference with its sign. */
  readonly show: (difference: number) => string
}

/** How each weekday differs from the week's mean: a table whose last column is drawn. */
export function WeekdayPicture({ finding, lens, show }: WeekdayPictureProps) {
  const most = Math.max(...finding.byWeekday.map(Math.abs))
  return (
    <table className={styles['weekdays']} style={hueStyle(lens.hue)}>
      <caption>{lens.metric.name} beside the mean of the week</caption>
      <tbody>
        {finding.byWeekday.map((difference, index) => {
          const share = most > 0 ? (50 * Math.abs(difference)) / most : 0
          return (
            <tr key={weekdayName(index + 1)} data-told={finding.weekday === index + 1}>
              <th scope="row">{weekdayName(index + 1)}</th>
              <td>{show(difference)}</td>
              <td aria-hidden="true">
                <span
                  className={styles['bar']}
                  style={{ inlineSize: `${share}%`, marginInlineStart: difference < 0 ? `${50 - share}%` : '50%' }}
                />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
