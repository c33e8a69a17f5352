import { CloudCheck, CloudUpload, RefreshCw, TriangleAlert } from 'lucide-react'
import { useDatabase } from '../../store/react.tsx'
import { restoreRecoveryPoint } from '../../store/recovery-points.ts'
import { dismissLoss, type PullLoss, type SyncStatus } from '../../store/sync-status.ts'
import { syncNow } from '../../sync/runtime/page-sync.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Section } from './Section.tsx'
import { clockText, lossText, quarantineText, refusedText, statusWords, troubleText } from './status-text.ts'
import styles from './sync.module.css'
import { useAsking } from './use-asking.ts'
import { useNow } from './use-now.ts'

const ICONS = { good: CloudCheck, plain: CloudUpload, warning: TriangleAlert, danger: TriangleAlert }

/** [D8] Where everything is, and what stands in the way. */
export function StatusSection({ status, email }: { readonly status: SyncStatus; readonly email: string }) {
  const { tone, title, text } = statusWords(status, useNow())
  const { problem, refused, quarantined, clockOffset, loss } = status
  const trouble = problem === undefined ? undefined : troubleText(problem.kind)
  const clock = clockText(clockOffset)
  const Icon = ICONS[tone]
  return (
    <Section title="Status">
      <div role="status" className={`${styles['status']} ${styles[tone]}`}>
        <Icon aria-hidden="true" size={28} />
        <div>
          <p>{title}</p>
          <p className={styles['soft']}>{text}</p>
        </div>
      </div>
      <p className={styles['soft']}>Account: {email}</p>
      {trouble !== undefined && problem?.kind !== 'signed-out' && <p className={styles['soft']}>{trouble}</p>}
      {loss !== undefined && <LossBanner loss={loss} />}
      {clock !== undefined && <Banner tone="warning">{clock}</Banner>}
      {refused !== undefined && <Banner tone="warning">{refusedText(refused)}</Banner>}
      {quarantined > 0 && <Banner tone="warning">{quarantineText(quarantined)}</Banner>}
      <div className={styles['actions']}>
        <Button icon={<RefreshCw aria-hidden="true" />} onClick={syncNow}>
          Synchronise now
        </Button>
      </div>
    </Section>
  )
}

/** [D7] Offers to bring back what another device deleted. */
function LossBanner({ loss }: { readonly loss: PullLoss }) {
  const db = useDatabase()
  const { asking, ask, problem } = useAsking()
  const bringBack = () =>
    ask('restore', async () => {
      const restored = await restoreRecoveryPoint(db, loss.point)
      if (restored.ok) await dismissLoss(db)
      return restored
    })
  return (
    <div className={styles['section']}>
      <Banner
        tone="warning"
        action={{ label: asking === undefined ? 'Bring it back' : 'Working', run: () => void bringBack() }}
        onDismiss={() => void dismissLoss(db)}
      >
        {lossText(loss)}
      </Banner>
      {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
    </div>
  )
}
