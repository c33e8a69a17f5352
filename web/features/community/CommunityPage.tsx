import { lazy, Suspense } from 'react'
import { useLive } from '../../store/react.tsx'
import { syncAccountRow } from '../../store/sync-switch.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import styles from './Community.module.css'
import { CardsSection } from './cards/CardsSection.tsx'
import { OffView } from './OffView.tsx'
import { useInvitation } from './use-invitation.ts'

// Without an account nobody needs it.
const ServerView = lazy(async () => ({ default: (await import('./ServerView.tsx')).ServerView }))

/** Being compared with others: on the server's boards, and in leagues that need no server. */
export default function CommunityPage() {
  const [invitation, invitationUsed] = useInvitation()
  const { value, error } = useLive(async (db) => ({ row: await syncAccountRow(db) }), [])
  if (value === undefined && error !== undefined) throw error
  return (
    <div className={styles['page']}>
      <PageHeader title="Community" />
      {value === undefined ? (
        <Skeleton height="100vh" />
      ) : value.row === undefined ? (
        <OffView isInvited={invitation !== undefined} />
      ) : (
        <Suspense fallback={<Skeleton height="100vh" />}>
          <ServerView
            key={value.row.turn}
            account={value.row.account}
            turn={value.row.turn}
            invitation={invitation}
            onInvitationUsed={invitationUsed}
          />
        </Suspense>
      )}
      {/* Once it has a place that nothing above moves any more. */}
      {value !== undefined && <CardsSection />}
    </div>
  )
}
