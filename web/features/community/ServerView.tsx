import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { keepPublishing } from '../../community/browser-leaderboard.ts'
import { problemText } from '../../community/problem-text.ts'
import { useDatabase, useLive } from '../../store/react.tsx'
import { hasSampleData } from '../../store/sample-mark.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { BeginView } from './BeginView.tsx'
import styles from './Community.module.css'
import { FriendsView } from './FriendsView.tsx'
import { LeaguesView } from './LeaguesView.tsx'
import { ShownView } from './ShownView.tsx'
import { StandingsView } from './StandingsView.tsx'
import { usePlayer } from './use-player.ts'

const PARTS = [
  { id: 'boards', label: 'Boards' },
  { id: 'leagues', label: 'Leagues' },
  { id: 'friends', label: 'Friends' },
  { id: 'shown', label: 'What I show' },
] as const
type Part = (typeof PARTS)[number]['id']

export interface ServerViewProps {
  readonly account: string
  readonly turn: string
  readonly invitation: string | undefined
  readonly onInvitationUsed: () => void
}

/** The leaderboards of the server that this device has an account on. */
export function ServerView({ account, turn, invitation, onInvitationUsed }: ServerViewProps) {
  const { player, problem, reload, told } = usePlayer(turn)
  const db = useDatabase()
  const isPlayer = player !== undefined && player !== null
  const [part, setPart] = useState<Part>('boards')
  const [league, setLeague] = useState<string>()
  const [, navigate] = useLocation()
  useEffect(() => {
    // What was agreed to on another device is published from this one, too.
    if (isPlayer) keepPublishing(db)
  }, [db, isPlayer])
  const before = useRef<boolean>(undefined)
  useEffect(() => {
    if (player === undefined) return
    // Who has begun or left sees another screen, from its top, and what they pressed is gone.
    if (before.current !== undefined && before.current !== isPlayer) document.querySelector('h1')?.focus()
    before.current = isPlayer
  }, [isPlayer, player])
  useEffect(() => {
    if (invitation !== undefined) setPart('leagues')
  }, [invitation])
  const { value: isSample } = useLive(hasSampleData, [])
  const trouble = problem !== undefined && (
    <Banner tone="warning" action={{ label: 'Try again', run: () => void reload() }}>
      {problemText(problem)}
    </Banner>
  )
  const sample = isSample === true && (
    <Banner tone="warning" action={{ label: 'See it', run: () => navigate('/settings#sample') }}>
      There is sample data here. Nothing is published from this device until it is removed.
    </Banner>
  )
  if (player === undefined) return trouble === false ? <Skeleton height="100vh" label="Asking the server" /> : trouble
  if (player === null)
    return (
      <div className={`${styles['stack']} ${styles['held']}`}>
        {trouble}
        {sample}
        <BeginView account={account} turn={turn} isInvited={invitation !== undefined} onBegun={told} />
      </div>
    )
  return (
    <div className={styles['stack']}>
      {/* The board says by itself that the server is away, and since when. */}
      {part !== 'boards' && trouble}
      {sample}
      <Tabs
        label="Community"
        tabs={PARTS}
        selected={part}
        onSelect={(id) => {
          setPart(id)
          if (id !== 'boards') setLeague(undefined)
          void reload()
        }}
      >
        {part === 'boards' && (
          <StandingsView
            player={player}
            account={account}
            turn={turn}
            league={league}
            onTold={told}
            onReload={reload}
          />
        )}
        {part === 'leagues' && (
          <LeaguesView
            key={invitation}
            player={player}
            invitation={invitation}
            onInvitationUsed={onInvitationUsed}
            onReload={reload}
            onShow={(id) => {
              setLeague(id)
              setPart('boards')
            }}
          />
        )}
        {part === 'friends' && <FriendsView player={player} onTold={told} />}
        {part === 'shown' && <ShownView player={player} account={account} turn={turn} onTold={told} />}
      </Tabs>
    </div>
  )
}
