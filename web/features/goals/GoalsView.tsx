import { ArchiveRestore, Ellipsis, Plus, Target, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { addDays } from '../../../shared/calendar/civil-date.ts'
import { fieldsOfReturn, type Goal, lastVersion } from '../../insight/goal/goal.ts'
import { goalText } from '../../insight/wording/goal-words.ts'
import type { Edit } from '../../store/change.ts'
import { deleteGoalEdit, goalEdit } from '../../store/goals.ts'
import { useCommit, useMetrics, useProfile } from '../../store/react.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { dayText } from '../../ui/date-text.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { GoalCard } from './GoalCard.tsx'
import { GoalSheet } from './GoalSheet.tsx'
import styles from './Goals.module.css'
import type { GoalBook } from './use-goal-book.ts'

/** The goals that are in force, and those that were put away. `?goal=` brings the one of that id into view. */
export function GoalsView({ book }: { readonly book: GoalBook }) {
  const { goals, records, metricOf, historyOf } = book
  const asked = useSearchParams()[0].get('goal')
  const commit = useCommit()
  const metrics = useMetrics()
  const [open, setOpen] = useState<Goal | 'new'>()
  const [problem, setProblem] = useState<string>()
  const active = goals.filter(({ archived }) => archived === undefined)
  const archived = goals.filter((goal) => goal.archived !== undefined)

  const edit = async (label: string, one: Edit) => {
    const saved = await commit({ kind: 'edit', label, edits: [one] })
    setProblem(saved.ok ? undefined : saved.failure.message)
  }
  const setGoal = (
    <Button tone="primary" icon={<Plus aria-hidden="true" />} onClick={() => setOpen('new')}>
      Set a goal
    </Button>
  )

  return (
    <div className={styles['stack']}>
      {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
      {active.length === 0 ? (
        <Card>
          <EmptyState icon={<Target />} title="No goal yet." action={setGoal}>
            At least, at most, or between: for a day, for a week, or by a date. After 14 days with a value your own days
            suggest one.
          </EmptyState>
        </Card>
      ) : (
        <>
          <div className={styles['cards']}>
            {active.map((goal) => {
              const metric = metricOf(goal.metric)
              return (
                metric !== undefined && (
                  <div key={goal.id} ref={goal.id === asked ? bringIntoView : undefined}>
                    <GoalCard
                      goal={goal}
                      metric={metric}
                      records={records}
                      history={historyOf(goal)}
                      onChange={() => setOpen(goal)}
                      onEdit={(label, one) => void edit(label, one)}
                    />
                  </div>
                )
              )
            })}
          </div>
          <div>{setGoal}</div>
        </>
      )}
      {archived.length > 0 && (
        <Card title="Put away">
          <ul>
            {archived.map((goal) => (
              <PutAway key={goal.id} goal={goal} book={book} onEdit={(label, one) => void edit(label, one)} />
            ))}
          </ul>
        </Card>
      )}
      {open !== undefined && (
        <GoalSheet
          goal={open === 'new' ? undefined : open}
          metrics={metrics}
          records={records}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  )
}

const bringIntoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'center' })

interface PutAwayProps {
  readonly goal: Goal
  readonly book: GoalBook
  readonly onEdit: (label: string, edit: Edit) => void
}

function PutAway({ goal, book, onEdit }: PutAwayProps) {
  const { units } = useProfile()
  const metric = book.metricOf(goal.metric)
  if (metric === undefined) return null
  const text = goalText(metric, lastVersion(goal), units)
  return (
    <li className={styles['row']}>
      <div>
        <p>
          {metric.name}: {text}
        </p>
        {goal.archived !== undefined && goal.archived > goal.versions[0].from && (
          <p className={styles['soft']}>
            {dayText(goal.versions[0].from)} – {dayText(addDays(goal.archived, -1))}
          </p>
        )}
      </div>
      <Menu
        label={`More for ${metric.name}: ${text}`}
        look="bare"
        items={[
          {
            label: 'Take out again',
            icon: <ArchiveRestore aria-hidden="true" />,
            run: () => onEdit('Goal taken out again', goalEdit(goal.id, fieldsOfReturn(goal, book.records.today))),
          },
          {
            label: 'Delete',
            icon: <Trash2 aria-hidden="true" />,
            tone: 'danger',
            run: () => onEdit('Goal deleted, with what it earned', deleteGoalEdit(goal.id)),
          },
        ]}
      >
        <Ellipsis aria-hidden="true" />
      </Menu>
    </li>
  )
}
