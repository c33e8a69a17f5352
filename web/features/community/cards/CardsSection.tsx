import { ClipboardPaste, Plus } from 'lucide-react'
import { useState } from 'react'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useArrivals } from './arrivals.ts'
import styles from './cards.module.css'
import { InviteSheet } from './InviteSheet.tsx'
import type { LeagueToJoin } from './incoming.ts'
import { LeagueCard } from './LeagueCard.tsx'
import { LeagueSheet } from './LeagueSheet.tsx'
import { MyCardSheet } from './MyCardSheet.tsx'
import { TakeInSheet } from './TakeInSheet.tsx'
import { isTakenIn, useLeagueEdits } from './use-league-edits.ts'
import { type LeagueBook, useLeagues } from './use-leagues.ts'

type Open =
  | { readonly what: 'make' }
  | { readonly what: 'join'; readonly toJoin: LeagueToJoin }
  | { readonly what: 'take-in'; readonly arrived?: string }
  | { readonly what: 'card' | 'invite' | 'handle'; readonly league: string }

/** Leagues that no server knows of: people give each other signed cards of their scores, by link, file or QR code. */
export function CardsSection() {
  const { value: books, error } = useLeagues()
  const { problem, make, join, takeIn, rename, leave, remove } = useLeagueEdits()
  const [open, setOpen] = useState<Open>()
  useArrivals((arrived) => setOpen({ what: 'take-in', arrived }))
  const close = () => setOpen(undefined)
  if (books === undefined && error !== undefined) throw error
  if (books === undefined) return <Skeleton height={180} label="Reading your leagues" />

  const handle = books.at(-1)?.handle ?? ''
  const bookOf = (open: Open): LeagueBook | undefined =>
    'league' in open ? books.find(({ id }) => id === open.league) : undefined
  const book = open === undefined ? undefined : bookOf(open)
  return (
    <div className={styles['stack']}>
      {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
      <Card title="Leagues without a server">
        <p className={styles['soft']}>
          Compare yourself with people you know, with no account and no server. Each of you gives the others a card with
          your scores, by a link, a file or a QR code. Cards are signed, so nobody can change one or make one up in your
          name. Everyone still writes their own: it is a league among people who trust each other.
        </p>
        <div className={styles['actions']}>
          <Button icon={<Plus aria-hidden="true" />} onClick={() => setOpen({ what: 'make' })}>
            Make a league
          </Button>
          <Button icon={<ClipboardPaste aria-hidden="true" />} onClick={() => setOpen({ what: 'take-in' })}>
            Take in a card
          </Button>
        </div>
      </Card>
      {books.map((one) => (
        <LeagueCard
          key={one.id}
          book={one}
          onCard={() => setOpen({ what: 'card', league: one.id })}
          onInvite={() => setOpen({ what: 'invite', league: one.id })}
          onHandle={() => setOpen({ what: 'handle', league: one.id })}
          onLeave={() => void leave(one)}
          onRemove={(row) => void remove(one, row)}
        />
      ))}
      {open?.what === 'make' && (
        <LeagueSheet
          purpose="make"
          first={{ name: '', handle, boards: ['steps', 'streak'] }}
          isTaken={() => false}
          onReady={make}
          onClose={close}
        />
      )}
      {open?.what === 'join' && (
        <LeagueSheet
          purpose="join"
          first={{ ...open.toJoin.league, handle }}
          isTaken={(chosen) => isTakenIn(open.toJoin.cards, chosen)}
          onReady={(ready) => join(open.toJoin, ready)}
          onClose={close}
        />
      )}
      {open?.what === 'take-in' && (
        <TakeInSheet
          key={open.arrived ?? ''}
          books={books}
          arrived={open.arrived}
          onTakeIn={takeIn}
          onJoin={(toJoin) => setOpen({ what: 'join', toJoin })}
          onClose={close}
        />
      )}
      {open?.what === 'handle' && book !== undefined && (
        <LeagueSheet
          purpose="handle"
          first={book}
          isTaken={(chosen) => isTakenIn(book.held.cards, chosen)}
          onReady={(ready) => rename(book, ready.handle)}
          onClose={close}
        />
      )}
      {open?.what === 'card' && book !== undefined && <MyCardSheet book={book} onClose={close} />}
      {open?.what === 'invite' && book !== undefined && <InviteSheet league={book} onClose={close} />}
    </div>
  )
}
