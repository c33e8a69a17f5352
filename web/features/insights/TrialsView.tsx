import { FlaskConical, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import { type Experiment, keptField } from '../../insight/experiment/experiment.ts'
import type { Edit } from '../../store/change.ts'
import { deleteExperimentEdit, experimentEdit, stopExperimentEdit } from '../../store/experiments.ts'
import { useExperiments } from '../../store/insight-react.ts'
import { useCommit, useMetrics, useProfile } from '../../store/react.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TrialCard } from './TrialCard.tsx'
import { TrialSheet } from './TrialSheet.tsx'
import styles from './Trials.module.css'
import type { Words } from './words.ts'

/** What the person tries on themself: chance deals the days, and the answer comes at the end. */
export function TrialsView({ words, today }: { readonly words: Words; readonly today: CivilDate }) {
  const commit = useCommit()
  const all = useMetrics()
  const { hiddenMetrics } = useProfile()
  const metrics = useMemo(() => all.filter(({ id }) => !hiddenMetrics.includes(id)), [all, hiddenMetrics])
  const { value: trials, error } = useExperiments()
  const [isPlanning, setPlanning] = useState(false)
  const [problem, setProblem] = useState<string>()
  if (error !== undefined && trials === undefined) throw error
  if (trials === undefined) return <Skeleton height={300} label="Loading your trials" />

  const write = async (kind: 'edit' | 'delete', label: string, edit: Edit) => {
    const saved = await commit({ kind, label, edits: [edit] })
    setProblem(saved.ok ? undefined : saved.failure.message)
  }
  const cardOf = (trial: Experiment) => (
    <li key={trial.id}>
      <TrialCard
        trial={trial}
        today={today}
        words={words}
        onKept={(kept) =>
          void write('edit', 'Marked for today', experimentEdit(trial.id, { [keptField(today)]: kept }))
        }
        onStop={() => void write('edit', 'Trial stopped', stopExperimentEdit(trial.id, today))}
        onDelete={() => void write('delete', 'Trial deleted', deleteExperimentEdit(trial.id))}
      />
    </li>
  )
  // The plan is locked with a digest, which browsers compute only where nobody on the way can change the page.
  const plan = !isSecureContext ? (
    <p className={styles['soft']}>Trials need an address that begins with https, or this device's own.</p>
  ) : (
    <Button tone="primary" icon={<Plus aria-hidden="true" />} onClick={() => setPlanning(true)}>
      Plan a trial
    </Button>
  )
  return (
    <div className={styles['page']}>
      {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
      {trials.length === 0 ? (
        <Card>
          <EmptyState icon={<FlaskConical />} title="Does it do anything for you?" action={plan}>
            Two things that go together need not move each other. A trial finds out: chance decides on which days you do
            something, and after five weeks or more you are told what difference it made.
          </EmptyState>
        </Card>
      ) : (
        <>
          <div>{plan}</div>
          <ul className={styles['cards']}>{trials.toReversed().map(cardOf)}</ul>
        </>
      )}
      {isPlanning && <TrialSheet metrics={metrics} today={today} onClose={() => setPlanning(false)} />}
    </div>
  )
}
