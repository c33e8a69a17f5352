import { Check, CircleAlert, UserPlus } from 'lucide-react'
import type { SignedCard } from '../../../../shared/score-card/card.ts'
import { fingerprintOf } from '../../../../shared/score-card/league.ts'
import { Button } from '../../../ui/Button.tsx'
import { BOARD_WORDS } from '../words.ts'
import { refusalText } from './card-words.ts'
import styles from './cards.module.css'
import type { FreshCard, Incoming, LeagueToJoin } from './incoming.ts'
import { ScoreGrid } from './ScoreGrid.tsx'

export interface IncomingListProps {
  readonly incoming: Incoming
  readonly onJoin: (toJoin: LeagueToJoin) => void
}

/** What came, part by part: what can be taken in, where one can join, and what is refused and why. */
export function IncomingList({ incoming, onJoin }: IncomingListProps) {
  const { fresh, known, own, toJoin, refused } = incoming
  return (
    <ul className={styles['incoming']} aria-label="What came">
      {fresh.map((one) => (
        <li key={one.card.text}>
          <Check aria-hidden="true" size={20} className={styles['good']} />
          <Fresh {...one} />
        </li>
      ))}
      {toJoin.map((one) => (
        <li key={one.league.id}>
          <UserPlus aria-hidden="true" size={20} />
          <div className={styles['words']}>
            <p>
              <strong>{one.league.name}</strong> is a league you are not in. It compares{' '}
              {one.league.boards.map((board) => BOARD_WORDS[board].name.toLowerCase()).join(', ')}.
            </p>
            {one.cards.length > 0 && (
              <p className={styles['soft']}>With a card of {namesOf(one.cards)}, which is taken in when you join.</p>
            )}
            <div>
              <Button tone="primary" onClick={() => onJoin(one)}>
                Join {one.league.name}
              </Button>
            </div>
          </div>
        </li>
      ))}
      {refused.map(({ reason, card }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what cannot be read has no other name, and the list does not change.
        <li key={index}>
          <CircleAlert aria-hidden="true" size={20} className={styles['bad']} />
          <div className={styles['words']}>
            <p>
              <strong>Refused</strong>
              {card !== undefined && `: a card in the name of ${card.handle}, in ${card.leagueName}`}
            </p>
            <p className={styles['soft']}>{refusalText(reason)}</p>
          </div>
        </li>
      ))}
      {known > 0 && (
        <li>
          <Check aria-hidden="true" size={20} />
          <p>
            {known === 1 ? 'A card that you have already, or a newer one.' : `${known} cards that you have already.`}
          </p>
        </li>
      )}
      {own > 0 && (
        <li>
          <Check aria-hidden="true" size={20} />
          <p>A card of your own. The others need it, you do not.</p>
        </li>
      )}
    </ul>
  )
}

function Fresh({ card, league, isDoubtful }: FreshCard) {
  return (
    <div className={styles['words']}>
      <p>
        <strong>{card.handle}</strong> in {league}
      </p>
      <ScoreGrid scores={card.scores} label={`Scores of ${card.handle}`} />
      {isDoubtful && (
        <p className={styles['warning']}>
          You know another player by this handle, with another key. Ask them whether this is their key before you trust
          it: <span className={styles['key']}>{fingerprintOf(card.player)}</span>
        </p>
      )}
    </div>
  )
}

const namesOf = (cards: readonly SignedCard[]) => [...new Set(cards.map(({ handle }) => handle))].join(', ')
