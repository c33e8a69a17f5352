import { leagueFragment } from '../../../../shared/score-card/handed-over.ts'
import { invitationText } from '../../../../shared/score-card/invitation.ts'
import type { League } from '../../../../shared/score-card/league.ts'
import { Sheet } from '../../../ui/Sheet.tsx'
import { linkTo } from './card-links.ts'
import styles from './cards.module.css'
import { HandOver } from './HandOver.tsx'

/** Lets others into a league: whoever has the link can join, and nobody learns of it. */
export function InviteSheet({ league, onClose }: { readonly league: League; readonly onClose: () => void }) {
  return (
    <Sheet open onClose={onClose} title={`Invite to ${league.name}`}>
      <div className={styles['form']}>
        <p className={styles['soft']}>
          The link holds the league’s name and its boards, and nothing of you. Whoever has it can join. You see them
          once they give you a card, and they see you once you give them yours.
        </p>
        <HandOver
          link={linkTo(leagueFragment(invitationText(league)))}
          title={`${league.name}, a league in OwnIt`}
          qrLabel={`QR code that invites to ${league.name}`}
        />
      </div>
    </Sheet>
  )
}
