import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { ExperimentPlan } from '../../insight/experiment/plan.ts'
import { blocksOf } from '../../insight/experiment/schedule.ts'
import { type Hue, hueStyle } from '../../ui/hue.ts'
import styles from './Trials.module.css'

interface Props {
  readonly plan: ExperimentPlan
  readonly today: CivilDate
  readonly hue: Hue
}

/** The blocks so far, by what they asked for. Those to come stay covered: who knows them may act on it. */
export function TrialBlocks({ plan, today, hue }: Props) {
  const blocks = blocksOf(plan)
  const begun = blocks.filter(({ from }) => from <= today)
  const changed = begun.filter(({ arm }) => arm === 'change').length
  return (
    <div>
      <div
        className={styles['blocks']}
        style={hueStyle(hue)}
        role="img"
        aria-label={`${begun.length} of ${blocks.length} blocks begun, ${changed} of them with the change`}
      >
        {blocks.map(({ arm, from }) => (
          <span key={from} className={styles['block']} data-arm={from <= today ? arm : 'covered'} />
        ))}
      </div>
      <ul className={styles['legend']} style={hueStyle(hue)} aria-hidden="true">
        <li data-arm="change">{plan.change}</li>
        <li data-arm="usual">{plan.usual}</li>
      </ul>
    </div>
  )
}
