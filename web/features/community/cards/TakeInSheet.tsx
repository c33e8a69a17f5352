import { type ChangeEvent, type SyntheticEvent, useCallback, useEffect, useId, useState } from 'react'
import type { Result } from '../../../../shared/result/result.ts'
import type { SignedCard } from '../../../../shared/score-card/card.ts'
import type { HandedProblem } from '../../../../shared/score-card/handed-over.ts'
import { CARD_LIMITS } from '../../../../shared/score-card/limits.ts'
import { useDatabase } from '../../../store/react.tsx'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Sheet } from '../../../ui/Sheet.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { problemOfHanded } from './card-words.ts'
import styles from './cards.module.css'
import { IncomingList } from './IncomingList.tsx'
import { type Incoming, type LeagueToJoin, readIncoming } from './incoming.ts'
import { canReadQr, qrTextOf } from './qr-picture.ts'
import type { LeagueBook } from './use-leagues.ts'

export interface TakeInSheetProps {
  readonly books: readonly LeagueBook[]
  /** What brought the person here. Read at once. */
  readonly arrived?: string | undefined
  /** Answers what went wrong, in a sentence. */
  readonly onTakeIn: (cards: readonly SignedCard[]) => Promise<string | undefined>
  readonly onJoin: (toJoin: LeagueToJoin) => void
  readonly onClose: () => void
}

const NO_CODE = 'No QR code was found in the picture. Take it straight from the front, with the whole code in it.'

/** Takes in what others have given: a link, a file or a picture of a code. What it says is shown before any of it is kept. */
export function TakeInSheet({ books, arrived, onTakeIn, onJoin, onClose }: TakeInSheetProps) {
  const form = useId()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const { incoming, isReading, read, clear } = useReading(books, setProblem, arrived)
  const fresh = incoming?.fresh ?? []

  const takeFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (file === undefined) return
    if (file.type.startsWith('image/')) {
      const found = await qrTextOf(file)
      if (found === '') setProblem(NO_CODE)
      else read(found)
    } else if (file.size > CARD_LIMITS.fileBytes) setProblem(problemOfHanded('too-large'))
    else read(await file.text())
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    read(text)
  }
  const takeIn = async () => {
    const failed = await onTakeIn(fresh.map(({ card }) => card))
    if (failed === undefined) onClose()
    else setProblem(failed)
  }

  return (
    <Sheet
      open
      onClose={onClose}
      title={isInvitation(incoming) ? 'An invitation' : 'Take in a card'}
      footer={
        incoming === undefined ? (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" form={form} tone="primary" busy={isReading}>
              Read it
            </Button>
          </>
        ) : (
          <>
            <Button onClick={clear}>Another one</Button>
            {fresh.length === 0 ? (
              <Button tone={incoming.toJoin.length > 0 ? undefined : 'primary'} onClick={onClose}>
                Close
              </Button>
            ) : (
              <Button tone="primary" onClick={() => void takeIn()}>
                {fresh.length === 1 ? 'Take it in' : `Take in ${fresh.length} cards`}
              </Button>
            )}
          </>
        )
      }
    >
      {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
      {incoming === undefined && isReading ? (
        <Skeleton height={160} label="Reading what came" />
      ) : incoming === undefined ? (
        <form id={form} className={styles['form']} noValidate onSubmit={submit}>
          <TextArea
            label="Link"
            hint="Paste what you were sent: a message with the link in it will do."
            value={text}
            onValue={(typed) => {
              setText(typed)
              setProblem(undefined)
            }}
          />
          <FileInput onChange={(event) => void takeFile(event)} />
        </form>
      ) : (
        <IncomingList incoming={incoming} onJoin={onJoin} />
      )}
    </Sheet>
  )
}

const isInvitation = (incoming: Incoming | undefined) =>
  incoming !== undefined && incoming.toJoin.length > 0 && incoming.fresh.length === 0

function FileInput({ onChange }: { readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void }) {
  const id = useId()
  const reads = canReadQr()
  return (
    <div className={styles['file']}>
      <label htmlFor={id}>{reads ? 'Or a file, or a picture of a QR code' : 'Or a file'}</label>
      <input
        id={id}
        type="file"
        accept={reads ? '.json,application/json,image/*' : '.json,application/json'}
        onChange={onChange}
      />
      {!reads && (
        <p className={styles['soft']}>
          For a QR code use the camera of a phone: it opens the link, and OwnIt takes in what it holds.
        </p>
      )}
    </div>
  )
}

function useReading(
  books: readonly LeagueBook[],
  setProblem: (problem: string | undefined) => void,
  arrived: string | undefined,
) {
  const db = useDatabase()
  const [incoming, setIncoming] = useState<Incoming>()
  const [isReading, setReading] = useState(arrived !== undefined)
  const [failed, setFailed] = useState<{ readonly error: unknown }>()
  const settle = useCallback(
    (result: Result<Incoming, HandedProblem>) => {
      setReading(false)
      setIncoming(result.ok ? result.value : undefined)
      setProblem(result.ok ? undefined : problemOfHanded(result.failure))
    },
    [setProblem],
  )
  const read = (text: string) => {
    setReading(true)
    readIncoming(text, books, db.now()).then(settle, (error: unknown) => setFailed({ error }))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what arrived is read once, with the leagues as they are then.
  useEffect(() => {
    if (arrived !== undefined) read(arrived)
  }, [arrived])
  if (failed !== undefined) throw failed.error
  return { incoming, isReading, read, clear: () => setIncoming(undefined) }
}
