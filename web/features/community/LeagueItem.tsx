import { Copy, LogOut, Share2, Trophy } from 'lucide-react'
import type { League } from '../../../shared/leaderboard/messages.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { showToast } from '../../ui/toast.ts'
import styles from './Community.module.css'
import { invitationLink } from './invitation.ts'

export interface LeagueItemProps {
  readonly league: League
  readonly onShow: () => void
  readonly onLeave: () => void
}

/** A league: its code to hand on, its board, and the way out. */
export function LeagueItem({ league, onShow, onLeave }: LeagueItemProps) {
  const { name, code, players } = league
  const link = invitationLink(location.origin, code)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link)
      showToast({ text: 'The link is copied. Whoever opens it can join.' })
    } catch {
      // Some browsers ask the person first, who may say no.
      showToast({ text: 'Copying is not allowed here. Hand on the code itself.', tone: 'danger' })
    }
  }
  const share = async () => {
    try {
      await navigator.share({ title: name, text: `Join my league “${name}” on OwnIt: ${code}`, url: link })
    } catch (error) {
      // The person closed the sheet of the system: that is an answer, and no trouble.
      if (error instanceof DOMException && error.name === 'AbortError') return
      showToast({ text: 'That could not be shared. Copy the link instead.', tone: 'danger' })
    }
  }
  return (
    <li className={styles['league']}>
      <div className={styles['leagueHead']}>
        <div>
          <p>{name}</p>
          <p className={styles['soft']}>{players === 1 ? 'Only you so far' : `${players} players`}</p>
        </div>
        <IconButton label={`Leave ${name}`} look="bare" onClick={onLeave}>
          <LogOut aria-hidden="true" />
        </IconButton>
      </div>
      <p className={styles['soft']}>
        Code <span className={styles['code']}>{code}</span>
      </p>
      <div className={styles['actions']}>
        <Button aria-label={`Board of ${name}`} icon={<Trophy aria-hidden="true" />} onClick={onShow}>
          Board
        </Button>
        <Button aria-label={`Copy link to ${name}`} icon={<Copy aria-hidden="true" />} onClick={() => void copy()}>
          Copy link
        </Button>
        {typeof navigator.share === 'function' && (
          <Button aria-label={`Share ${name}`} icon={<Share2 aria-hidden="true" />} onClick={() => void share()}>
            Share
          </Button>
        )}
      </div>
    </li>
  )
}
