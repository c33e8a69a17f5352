import { type FormEvent, useState } from 'react'
import type { League, Player } from '../../../shared/leaderboard/messages.ts'
import { LEADERBOARD_LIMITS } from '../../../shared/leaderboard/protocol.ts'
import { browserLeaderboard } from '../../community/browser-leaderboard.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { showToast } from '../../ui/toast.ts'
import styles from './Community.module.css'
import { LeagueItem } from './LeagueItem.tsx'
import { useAsking } from './use-asking.ts'

export interface LeaguesViewProps {
  readonly player: Player
  /** The code of an invitation that was opened. */
  readonly invitation: string | undefined
  readonly onInvitationUsed: () => void
  readonly onReload: () => Promise<void>
  readonly onShow: (league: string) => void
}

/** Leagues: the same boards among people who share a code. */
export function LeaguesView({ player, invitation, onInvitationUsed, onReload, onShow }: LeaguesViewProps) {
  const [code, setCode] = useState(invitation ?? '')
  const [name, setName] = useState('')
  const [leaving, setLeaving] = useState<League>()
  const joining = useAsking()
  const making = useAsking()
  const parting = useAsking()

  const join = async (event: FormEvent) => {
    event.preventDefault()
    const joined = await joining.ask(() => browserLeaderboard.joinLeague(code))
    if (joined === undefined) return
    setCode('')
    onInvitationUsed()
    await onReload()
    showToast({ text: `You are in ${joined.value.name}.` })
  }
  const make = async (event: FormEvent) => {
    event.preventDefault()
    const made = await making.ask(() => browserLeaderboard.createLeague(name.trim()))
    if (made === undefined) return
    setName('')
    await onReload()
  }
  const leave = async (league: League) => {
    const left = await parting.ask(() => browserLeaderboard.leaveLeague(league.id))
    if (left === undefined) return
    setLeaving(undefined)
    await onReload()
  }

  return (
    <div className={styles['columns']}>
      <Card title="Your leagues">
        {player.leagues.length === 0 ? (
          <p className={styles['soft']}>
            None yet. A league has the boards that you are on, among people who have its code. They see your handle and
            your scores.
          </p>
        ) : (
          <ul>
            {player.leagues.map((league) => (
              <LeagueItem
                key={league.id}
                league={league}
                onShow={() => onShow(league.id)}
                onLeave={() => setLeaving(league)}
              />
            ))}
          </ul>
        )}
      </Card>
      <div className={styles['stack']}>
        <Card title="Join a league">
          <form className={styles['form']} noValidate onSubmit={(event) => void join(event)}>
            {invitation !== undefined && (
              <Banner>Somebody has invited you. Its players will see your handle and your scores.</Banner>
            )}
            <div className={styles['inline']}>
              <TextField
                label="Code of the league"
                value={code}
                placeholder="7KQX-M2VD-9RTB"
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                error={joining.problem}
                onValue={(text) => {
                  setCode(text)
                  joining.clearProblem()
                }}
              />
              <Button type="submit" tone={invitation === undefined ? 'quiet' : 'primary'} busy={joining.asking}>
                Join
              </Button>
            </div>
          </form>
        </Card>
        <Card title="Make a league">
          <form className={styles['form']} noValidate onSubmit={(event) => void make(event)}>
            <div className={styles['inline']}>
              <TextField
                label="Name of the league"
                hint="Everybody in it sees the name."
                value={name}
                maxLength={LEADERBOARD_LIMITS.leagueName}
                autoComplete="off"
                error={making.problem}
                onValue={(text) => {
                  setName(text)
                  making.clearProblem()
                }}
              />
              <Button type="submit" busy={making.asking} disabled={name.trim() === ''}>
                Make
              </Button>
            </div>
          </form>
        </Card>
      </div>
      <ConfirmDialog
        open={leaving !== undefined}
        title={`Leave ${leaving?.name ?? ''}?`}
        confirmLabel="Leave the league"
        busy={parting.asking}
        onConfirm={() => {
          if (leaving !== undefined) void leave(leaving)
        }}
        onCancel={() => {
          setLeaving(undefined)
          parting.clearProblem()
        }}
      >
        {parting.problem !== undefined && <Banner tone="danger">{parting.problem}</Banner>}
        <p>
          Its players do not see you any more, at once.{' '}
          {leaving?.players === 1
            ? 'You are the last one in it: the league and its code are deleted.'
            : `With the code you can come back: keep ${leaving?.code ?? ''} if you may want to.`}
        </p>
      </ConfirmDialog>
    </div>
  )
}
