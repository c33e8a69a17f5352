import { Ellipsis, Pencil, Plus, Square, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import { deletePauseEdit, pauseEdit } from '../../store/pause-edits.ts'
import type { Pause } from '../../store/pauses.ts'
import { useCommit } from '../../store/react.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'
import styles from './PauseList.module.css'
import { PauseSheet } from './PauseSheet.tsx'
import { reasonText, spanText } from './pause-draft.ts'

export interface PauseListProps {
  readonly pauses: readonly Pause[]
  readonly today: CivilDate
}

/** The times in which the streak holds without entries. */
export function PauseList({ pauses, today }: PauseListProps) {
  const commit = useCommit()
  const [open, setOpen] = useState<Pause | 'new'>()
  const [problem, setProblem] = useState<string>()
  const newestFirst = [...pauses].sort((a, b) => (a.from < b.from ? 1 : -1))

  const end = async (pause: Pause) => {
    const edits = [pauseEdit({ ...pause, until: today })]
    const saved = await commit({ kind: 'edit', label: 'Pause ended today', edits })
    setProblem(saved.ok ? undefined : saved.failure.message)
  }
  const remove = async (pause: Pause) => {
    const saved = await commit({
      kind: 'delete',
      label: `Pause ${spanText(pause)} deleted`,
      edits: [deletePauseEdit(pause.id)],
    })
    setProblem(saved.ok ? undefined : saved.failure.message)
  }
  const itemsOf = (pause: Pause): MenuItem[] => [
    { label: 'Edit', icon: <Pencil aria-hidden="true" />, run: () => setOpen(pause) },
    ...(pause.from <= today && (pause.until === null || pause.until > today)
      ? [{ label: 'End today', icon: <Square aria-hidden="true" />, run: () => void end(pause) }]
      : []),
    { label: 'Delete', icon: <Trash2 aria-hidden="true" />, tone: 'danger', run: () => void remove(pause) },
  ]

  return (
    <Card
      title="Pauses"
      aside={
        <Button icon={<Plus aria-hidden="true" />} onClick={() => setOpen('new')}>
          Add a pause
        </Button>
      }
    >
      {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
      {newestFirst.length === 0 && (
        <p className={styles['soft']}>
          On holiday, or ill? During a pause a day without an entry does not end the streak. Paused days are not counted
          as days in a row either.
        </p>
      )}
      <ul>
        {newestFirst.map((pause) => (
          <li key={pause.id} className={styles['row']}>
            <div>
              <p className={styles['reason']}>{reasonText(pause.reason)}</p>
              <p className={styles['soft']}>
                {spanText(pause)}
                {placeInTime(pause, today)}
              </p>
            </div>
            <Menu label={`More for the pause ${spanText(pause)}`} look="bare" items={itemsOf(pause)}>
              <Ellipsis aria-hidden="true" />
            </Menu>
          </li>
        ))}
      </ul>
      {open !== undefined && (
        <PauseSheet
          pause={open === 'new' ? undefined : open}
          others={pauses.filter((other) => open === 'new' || other.id !== open.id)}
          today={today}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Card>
  )
}

function placeInTime({ from, until }: Pause, today: CivilDate): string {
  if (from > today) return ' · planned'
  return until === null || until >= today ? ' · now' : ''
}
