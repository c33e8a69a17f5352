import { useEffect, useState } from 'react'
import { useLive } from '../../store/react.tsx'
import { syncAccountRow } from '../../store/sync-switch.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import styles from './Community.module.css'
import { invitationOf } from './invitation.ts'
import { OffView } from './OffView.tsx'
import { ServerView } from './ServerView.tsx'

/** Being compared with others: on the server's boards, and in leagues that need no server. */
export default function CommunityPage() {
  const [invitation, setInvitation] = useState(() => invitationOf(location.hash))
  const { value, error } = useLive(async (db) => ({ row: await syncAccountRow(db) }), [])
  useEffect(() => {
    // Whoever has the code can join, which is no business of the history.
    if (invitation !== undefined) history.replaceState(history.state, '', location.pathname)
  }, [invitation])
  if (value === undefined && error !== undefined) throw error
  return (
    <div className={styles['page']}>
      <PageHeader title="Community" />
      {value === undefined ? (
        <Skeleton height="60vh" />
      ) : value.row === undefined ? (
        <OffView isInvited={invitation !== undefined} />
      ) : (
        <ServerView
          key={value.row.turn}
          account={value.row.account}
          turn={value.row.turn}
          invitation={invitation}
          onInvitationUsed={() => setInvitation(undefined)}
        />
      )}
    </div>
  )
}
