import { Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { SignedCard } from '../../../../shared/score-card/card.ts'
import { cardFileName } from '../../../../shared/score-card/file-name.ts'
import { cardFileText, cardFragment } from '../../../../shared/score-card/handed-over.ts'
import { fingerprintOf } from '../../../../shared/score-card/league.ts'
import { signCard } from '../../../score-card/sign-card.ts'
import { timeZoneOf } from '../../../store/profile.ts'
import { useDatabase, useLive, useProfile, useToday } from '../../../store/react.tsx'
import { hasSampleData } from '../../../store/sample-mark.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Sheet } from '../../../ui/Sheet.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import { linkTo } from './card-links.ts'
import { issuedText, NO_SIGNATURES } from './card-words.ts'
import styles from './cards.module.css'
import { HandOver } from './HandOver.tsx'
import { ScoreGrid } from './ScoreGrid.tsx'
import type { LeagueBook } from './use-leagues.ts'

/** This person's card as it is now: what it says first, then how to give it to the others. */
export function MyCardSheet({ book, onClose }: { readonly book: LeagueBook; readonly onClose: () => void }) {
  const card = useSigned(book)
  const { value: isSample } = useLive(hasSampleData, [])
  const [, navigate] = useLocation()
  return (
    <Sheet open onClose={onClose} title="My card">
      <div className={styles['form']}>
        {isSample === true ? (
          <Banner tone="warning" action={{ label: 'See it', run: () => navigate('/settings#sample') }}>
            There is sample data here, and a card would tell the others about days that were not yours. Remove it first.
          </Banner>
        ) : card === undefined || isSample === undefined ? (
          <Skeleton height={320} label="Signing your card" />
        ) : card === 'cannot' ? (
          <Banner tone="danger">{NO_SIGNATURES}</Banner>
        ) : (
          <>
            <CardContent card={card} />
            <HandOver
              link={linkTo(cardFragment(card.text))}
              title={`${card.handle} in ${book.name}`}
              qrLabel={`QR code of the card of ${card.handle}`}
            />
            <SaveCard card={card} book={book} />
          </>
        )}
      </div>
    </Sheet>
  )
}

/** Signed once, as the sheet opens: what is shown is what is handed over. */
function useSigned(book: LeagueBook): SignedCard | 'cannot' | undefined {
  const db = useDatabase()
  const [first] = useState(book)
  const [card, setCard] = useState<SignedCard | 'cannot'>()
  const [failed, setFailed] = useState<{ readonly error: unknown }>()
  useEffect(() => {
    let gone = false
    const { id, name, handle, keys, scores } = first
    signCard({ league: id, leagueName: name, handle, issued: db.now(), scores }, keys).then(
      (signed) => {
        if (!gone) setCard(signed ?? 'cannot')
      },
      (error: unknown) => {
        if (!gone) setFailed({ error })
      },
    )
    return () => {
      gone = true
    }
  }, [db, first])
  if (failed !== undefined) throw failed.error
  return card
}

function CardContent({ card }: { readonly card: SignedCard }) {
  const profile = useProfile()
  return (
    <div className={styles['content']}>
      <p className={styles['soft']}>
        This is all it says. Whoever you give it to can keep it and pass it on, and can tell that it is from you.
      </p>
      <dl className={styles['facts']}>
        <dt>League</dt>
        <dd>{card.leagueName}</dd>
        <dt>Handle</dt>
        <dd>{card.handle}</dd>
        <dt>Made on</dt>
        <dd>{issuedText(card.issued, { timeZone: timeZoneOf(profile), dayStart: profile.dayStart })}, with the time</dd>
        <dt>My key</dt>
        <dd className={styles['key']}>{fingerprintOf(card.player)}</dd>
      </dl>
      <ScoreGrid scores={card.scores} label="Scores on the card" />
    </div>
  )
}

function SaveCard({ card, book }: { readonly card: SignedCard; readonly book: LeagueBook }) {
  const today = useToday()
  const [withOthers, setWithOthers] = useState(false)
  const others = book.held.cards
  const save = () => {
    const text = cardFileText(withOthers ? [card, ...others] : [card])
    saveFile(cardFileName(card.handle, today), new Blob([text], { type: 'application/json' }))
  }
  return (
    <div className={styles['form']}>
      {others.length > 0 && (
        <Switch
          label="The others’ cards too"
          hint="In the file: so one person can bring everyone up to date."
          checked={withOthers}
          onChecked={setWithOthers}
        />
      )}
      <div className={styles['actions']}>
        <Button icon={<Download aria-hidden="true" />} onClick={save}>
          Save as a file
        </Button>
      </div>
    </div>
  )
}
