import { type FormEvent, useState } from 'react'
import { parseHandle } from '../../../shared/leaderboard/handle.ts'
import type { Friend, Player } from '../../../shared/leaderboard/messages.ts'
import { browserLeaderboard } from '../../community/browser-leaderboard.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { showToast } from '../../ui/toast.ts'
import styles from './Community.module.css'
import { useAsking } from './use-asking.ts'

export interface FriendsViewProps {
  readonly player: Player
  readonly onTold: (player: Player | null) => void
}

const STATES: Readonly<Record<Friend['state'], string>> = {
  mutual: 'Friends: each sees the other',
  asked: 'You have asked. Nothing is seen until they ask back',
  asking: 'Asks for you',
}

/** People who have each asked for the other. */
export function FriendsView({ player, onTold }: FriendsViewProps) {
  const [handle, setHandle] = useState('')
  const asking = useAsking()
  const changing = useAsking()

  const add = async (event: FormEvent) => {
    event.preventDefault()
    const name = parseHandle(handle.trim())
    const added = await asking.ask(async () =>
      name === undefined ? { ok: false, failure: 'handle-malformed' as const } : browserLeaderboard.addFriend(name),
    )
    if (added === undefined) return
    setHandle('')
    onTold(added.value)
  }
  const change = async (friend: Friend, how: 'addFriend' | 'removeFriend') => {
    const changed = await changing.ask(() => browserLeaderboard[how](friend.handle))
    if (changed === undefined) return
    onTold(changed.value)
    if (how === 'removeFriend') showToast({ text: goneText(friend), action: undoOf(friend) })
  }
  // What somebody else had asked for cannot be asked again in their name.
  const undoOf = (friend: Friend) =>
    friend.state === 'asking' ? undefined : { label: 'Undo', run: () => void change(friend, 'addFriend') }

  return (
    <div className={styles['columns']}>
      <Card title="Your friends">
        {changing.problem !== undefined && <Banner tone="danger">{changing.problem}</Banner>}
        {player.friends.length === 0 ? (
          <p className={styles['soft']}>
            None yet. Two who have each asked for the other see their scores under “Friends” on the boards that both are
            on.
          </p>
        ) : (
          <ul>
            {player.friends.map((friend) => (
              <li key={friend.handle} className={styles['row']}>
                <div>
                  <p>{friend.handle}</p>
                  <p className={styles['soft']}>{STATES[friend.state]}</p>
                </div>
                {friend.state === 'asking' && (
                  <Button
                    tone="primary"
                    aria-label={`Accept ${friend.handle}`}
                    busy={changing.asking}
                    onClick={() => void change(friend, 'addFriend')}
                  >
                    Accept
                  </Button>
                )}
                <Button
                  aria-label={`${REMOVE[friend.state]} ${friend.handle}`}
                  busy={changing.asking}
                  onClick={() => void change(friend, 'removeFriend')}
                >
                  {REMOVE[friend.state]}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card title="Ask for a friend">
        <form className={styles['form']} noValidate onSubmit={(event) => void add(event)}>
          <div className={styles['inline']}>
            <TextField
              label="Their handle"
              hint={`Yours is ${player.handle}. Tell it to them, so that they can ask for you.`}
              value={handle}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              error={asking.problem}
              onValue={(text) => {
                setHandle(text)
                asking.clearProblem()
              }}
            />
            <Button type="submit" busy={asking.asking}>
              Ask
            </Button>
          </div>
        </form>
      </Card>
    </div>
  )
}

const REMOVE: Readonly<Record<Friend['state'], string>> = { mutual: 'Remove', asked: 'Take back', asking: 'Refuse' }

const goneText = ({ handle, state }: Friend): string =>
  state === 'mutual' ? `${handle} and you do not see each other any more.` : `${handle} is not asked for any more.`
