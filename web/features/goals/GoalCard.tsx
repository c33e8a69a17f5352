import { Archive, Check, Ellipsis, Pause, Pencil, Play, Trash2 } from 'lucide-react'
import type { Metric } from '../../../shared/metric/metric.ts'
import { fieldsOfArchiving, fieldsOfVersion, type Goal, lastVersion } from '../../insight/goal/goal.ts'
import type { GoalHistory, GoalStreak, PastVersion } from '../../insight/goal/history.ts'
import { type GoalProgress, progressOn } from '../../insight/goal/progress.ts'
import { goalText, progressText } from '../../insight/wording/goal-words.ts'
import type { Edit } from '../../store/change.ts'
import type { GoalRecords } from '../../store/goal-records.ts'
import { deleteGoalEdit, goalEdit } from '../../store/goals.ts'
import { useProfile } from '../../store/react.tsx'
import { Card } from '../../ui/Card.tsx'
import { dayText } from '../../ui/date-text.ts'
import { metricHue } from '../../ui/hue.ts'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'
import { Ring } from '../../ui/Ring.tsx'
import { GoalOutlook } from './GoalOutlook.tsx'
import styles from './Goals.module.css'

export interface GoalCardProps {
  readonly goal: Goal
  readonly metric: Metric
  readonly records: GoalRecords
  readonly history: GoalHistory
  readonly onChange: () => void
  readonly onEdit: (label: string, edit: Edit) => void
}

const RING = 76

/** A goal: its ring, what it asks, where it stands, its streak and what it was before. */
export function GoalCard({ goal, metric, records, history, onChange, onEdit }: GoalCardProps) {
  const { units } = useProfile()
  const { today } = records
  const progress = progressOn(goal, today, records)
  const version = lastVersion(goal)
  const text = goalText(metric, version, units)
  const name = `${metric.name}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`

  const items: MenuItem[] = [
    { label: 'Change', icon: <Pencil aria-hidden="true" />, run: onChange },
    ...(version.cadence === 'byDate' ? [] : [version.paused ? resume() : pause()]),
    {
      label: 'Put away',
      icon: <Archive aria-hidden="true" />,
      run: () => onEdit('Goal put away', goalEdit(goal.id, fieldsOfArchiving(today))),
    },
    {
      label: 'Delete',
      icon: <Trash2 aria-hidden="true" />,
      tone: 'danger',
      run: () => onEdit('Goal deleted, with what it earned', deleteGoalEdit(goal.id)),
    },
  ]

  function pause(): MenuItem {
    const edit = goalEdit(goal.id, fieldsOfVersion({ ...version, from: today, paused: true }))
    return { label: 'Pause', icon: <Pause aria-hidden="true" />, run: () => onEdit('Goal paused', edit) }
  }
  function resume(): MenuItem {
    const edit = goalEdit(goal.id, fieldsOfVersion({ ...version, from: today, paused: false }))
    return { label: 'Go on', icon: <Play aria-hidden="true" />, run: () => onEdit('Goal goes on', edit) }
  }

  return (
    <Card
      title={metric.name}
      hue={metricHue(metric.id)}
      aside={
        <Menu label={`More for the goal ${name}`} look="bare" items={items}>
          <Ellipsis aria-hidden="true" />
        </Menu>
      }
    >
      <div className={styles['goal']} data-goal={metric.id} data-state={progress?.state}>
        {progress !== undefined && <GoalRing metric={metric} progress={progress} />}
        <div className={styles['words']}>
          <p className={styles['asks']}>{text}</p>
          {progress !== undefined && <p className={styles['stands']}>{progressText(metric, progress, units)}</p>}
          {version.cadence === 'byDate' && progress !== undefined && progress.share < 1 && (
            <GoalOutlook metric={metric} version={version} today={today} />
          )}
          {version.cadence !== 'byDate' && <p className={styles['soft']}>{streakText(history.streak)}</p>}
        </div>
      </div>
      {(history.versions.length > 1 || history.versions.some(({ judged }) => judged > 0)) && (
        <details className={styles['twin']}>
          <summary>What became of it</summary>
          <ul>
            {history.versions
              .filter(({ version: past, end }) => end >= past.from)
              .map((past) => (
                <li key={past.version.from}>
                  <span>
                    {past.version.paused ? 'Paused' : goalText(metric, past.version, units)}
                    <span className={styles['dates']}>{spanText(past, today)}</span>
                  </span>
                  <span>{countText(past)}</span>
                </li>
              ))}
          </ul>
        </details>
      )}
    </Card>
  )
}

function GoalRing({ metric, progress }: { readonly metric: Metric; readonly progress: GoalProgress }) {
  const { share, state } = progress
  const isClosed = share === 1
  const percent = Math.round(share * 100)
  const spoken = isClosed ? 'closed' : `${Math.min(99, percent)} % closed`
  return (
    <Ring
      size={RING}
      label={`${metric.name} ring ${spoken}${state === 'paused' ? ', paused' : ''}`}
      parts={[{ label: metric.name, value: share, hue: metricHue(metric.id) }]}
    >
      <span className={styles['middle']} aria-hidden="true">
        {state === 'paused' ? (
          <Pause size={20} />
        ) : isClosed ? (
          <Check size={24} strokeWidth={3} />
        ) : (
          `${Math.min(99, percent)} %`
        )}
      </span>
    </Ring>
  )
}

function streakText({ unit, current, longest }: GoalStreak): string {
  const count = (length: number) => `${length} ${unit}${length === 1 ? '' : 's'}`
  if (longest === 0) return `No ${unit} reached yet`
  if (current === 0) return `Longest in a row: ${count(longest)}`
  return `${count(current)} in a row${longest > current ? `, longest ${count(longest)}` : ''}`
}

function countText({ version, met, judged }: PastVersion): string {
  if (version.cadence === 'byDate') return judged === 0 ? '' : met > 0 ? 'reached' : 'not reached'
  return `${met} of ${judged} ${version.cadence}${judged === 1 ? '' : 's'}`
}

function spanText({ version, end }: PastVersion, today: string): string {
  if (end >= today) return `since ${dayText(version.from)}`
  return version.from === end ? dayText(end) : `${dayText(version.from)} – ${dayText(end)}`
}
