import { Trophy } from 'lucide-react'
import { Link } from 'wouter'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'

/** Without an account there is no server to be compared on. */
export function OffView({ isInvited }: { readonly isInvited: boolean }) {
  return (
    <Card title="Leaderboards of a server">
      <EmptyState
        icon={<Trophy />}
        title={isInvited ? 'You were invited to a league.' : 'Boards are kept by a server.'}
        action={
          <Link href="/sync" className={buttonClass('primary')}>
            Make an account
          </Link>
        }
      >
        {isInvited && 'It is on this server, so an account comes first. Then open the invitation again. '}
        Nothing is shown of you before you choose a handle and a board, and have seen what is published.
      </EmptyState>
    </Card>
  )
}
