import { ChartLine } from 'lucide-react'
import { Banner } from '../Banner.tsx'
import { Button } from '../Button.tsx'
import { Card } from '../Card.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { Progress } from '../Progress.tsx'
import { Skeleton } from '../Skeleton.tsx'
import styles from './Gallery.module.css'

const nothing = () => undefined

export function StateSection() {
  return (
    <section className={styles['section']}>
      <h2>States</h2>
      <Card>
        <EmptyState
          icon={<ChartLine />}
          title="No weight in this range"
          action={<Button tone="primary">Log weight</Button>}
        >
          A line needs two days; a pattern needs about thirty.
        </EmptyState>
      </Card>
      <Banner action={{ label: 'Reload', run: nothing }} onDismiss={nothing}>
        A new version is ready.
      </Banner>
      <Banner tone="warning" action={{ label: 'Back up', run: nothing }}>
        The last backup is 40 days old.
      </Banner>
      <Banner tone="danger" action={{ label: 'Try again', run: nothing }}>
        Not saved: the disk is full. What you typed is still here.
      </Banner>
      <Card>
        <Progress
          label="Reading weights.csv"
          value={12_400}
          max={100_000}
          text="12 400 of 100 000 rows"
          onCancel={nothing}
        />
      </Card>
      <Card>
        <Progress label="Opening the archive" text="Counting" />
      </Card>
      <Skeleton height={120} />
    </section>
  )
}
