import { Trophy } from 'lucide-react'
import { Link, useSearchParams } from 'wouter'
import { buttonClass } from '../../ui/button-class.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { ChallengesView } from './ChallengesView.tsx'
import styles from './Goals.module.css'
import { GoalsView } from './GoalsView.tsx'
import { RewardsView } from './RewardsView.tsx'
import { useGoalBook } from './use-goal-book.ts'

const PARTS = [
  { id: 'goals', label: 'Goals' },
  { id: 'challenges', label: 'Challenges' },
  { id: 'rewards', label: 'Rewards' },
] as const

/** What a person wants to reach, what they took up, and what they have earned. `?part=challenges` opens with that part. */
export default function GoalsPage() {
  const { value: book, error } = useGoalBook()
  const [search, setSearch] = useSearchParams()
  const part = PARTS.find(({ id }) => id === search.get('part'))?.id ?? 'goals'
  if (book === undefined && error !== undefined) throw error
  return (
    <div className={styles['page']}>
      <PageHeader
        title="Goals"
        actions={
          <Link href="/community" className={buttonClass()}>
            <Trophy aria-hidden="true" />
            Community
          </Link>
        }
      />
      {book === undefined ? (
        <Skeleton height="60vh" label="Reading your goals" />
      ) : (
        <Tabs
          label="Goals"
          tabs={PARTS}
          selected={part}
          onSelect={(id) => setSearch(id === 'goals' ? {} : { part: id }, { replace: true })}
        >
          {part === 'goals' && <GoalsView book={book} />}
          {part === 'challenges' && <ChallengesView book={book} />}
          {part === 'rewards' && <RewardsView book={book} />}
        </Tabs>
      )}
    </div>
  )
}
