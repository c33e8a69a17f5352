import type { LevelChange } from '../../insight/analysis.ts'
import type { DailySeries } from '../../insight/daily-series.ts'
import type { Sentence } from '../../insight/wording/sentence.ts'
import { Card } from '../../ui/Card.tsx'
import type { MetricLens } from '../../ui/metric-lens.ts'
import { periodText } from '../../ui/period-text.ts'
import styles from './Evidence.module.css'
import { dayCount } from './finding-text.ts'
import { HowComputed } from './HowComputed.tsx'
import card from './InsightCard.module.css'
import { LevelPicture } from './LevelPicture.tsx'
import { Told } from './Told.tsx'

export interface ChangeCardProps {
  readonly change: LevelChange
  readonly sentence: Sentence
  readonly series: DailySeries | undefined
  readonly lens: MetricLens
}

/** A level that moved and stayed. */
export function ChangeCard({ change, sentence, series, lens }: ChangeCardProps) {
  const levels = [
    { name: 'Before', level: change.before },
    { name: 'After', level: change.after },
  ]
  return (
    <Card kicker={`${lens.metric.name}, ${change.shape === 'step' ? 'a step' : 'gradual'}`} hue={lens.hue}>
      <Told about={`change:${change.metric}:${change.date}`} sentence={sentence} />
      {series === undefined ? (
        <div className={card['waiting']} />
      ) : (
        <LevelPicture change={change} series={series} lens={lens} />
      )}
      <table className={styles['groups']}>
        <caption>The two levels</caption>
        <tbody>
          {levels.map(({ name, level }) => (
            <tr key={name}>
              <th scope="row">
                {name}, {periodText(level)}
              </th>
              <td>{lens.show(level.mean)} on average</td>
              <td>{dayCount(level.n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <HowComputed of="change" />
    </Card>
  )
}
