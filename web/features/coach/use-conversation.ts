import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { lateDesk } from '../../coach-agent/late-desk.ts'
import { readPending } from '../../coach-agent/pending-turns.ts'
import type { LiveTurn, TurnDesk } from '../../coach-agent/turn-desk.ts'
import type { Database } from '../../store/database.ts'
import { type LastMessages, type Message, readLastMessages } from '../../store/messages.ts'
import { useDatabase, useLive } from '../../store/react.tsx'
import { listReady } from '../../ui/GrowingList.tsx'
import { liveTurns, waitingIn } from './conversation-rows.ts'
import { partsReady } from './late-parts.ts'

/** Messages that are read at first, and that each look further back adds. */
const PAGE = 120

export interface ConversationView {
  /** The last of them, oldest first; undefined until they are read. */
  readonly messages: readonly Message[] | undefined
  readonly hasEarlier: boolean
  readonly showEarlier: () => void
  /** Answers of an agent that are on their way, and which of them runs in this page and can be stopped by it. */
  readonly live: readonly LiveTurn[]
  readonly running: LiveTurn | undefined
  /** Questions that wait for a network, by their ids. */
  readonly waiting: ReadonlySet<string>
  readonly stop: () => void
  readonly error: unknown
}

/** The conversation as it stands, whoever adds to it: this page, another tab, another device. */
export function useConversation(): ConversationView {
  const [count, setCount] = useState(PAGE)
  const { value, error } = useLive((db) => readToShow(db, count), [count])
  const { value: pending } = useLive(readPending, [])
  const desk = useDesk((pending ?? []).length > 0)
  const running = useSyncExternalStore(desk?.subscribe ?? neverCalled, desk?.current ?? nothing)
  const messages = value?.messages
  return useMemo(
    () => ({
      messages,
      hasEarlier: value?.hasEarlier ?? false,
      showEarlier: () => setCount((before) => (before > (messages?.length ?? 0) + PAGE ? before : before + PAGE)),
      live: liveTurns(running, pending ?? [], messages ?? []),
      running,
      waiting: waitingIn(pending ?? [], messages ?? []),
      stop: () => desk?.stop(),
      error,
    }),
    [messages, value?.hasEarlier, running, pending, desk, error],
  )
}

/** The desk, from when there is something on it. */
function useDesk(isNeeded: boolean): TurnDesk | undefined {
  const db = useDatabase()
  const [desk, setDesk] = useState<TurnDesk>()
  useEffect(() => {
    if (!isNeeded) return
    lateDesk(db).then(
      (loaded) => {
        setDesk(loaded)
        // What was left behind by a page that was closed is taken up as soon as somebody looks.
        void loaded.work()
      },
      (error: unknown) => console.warn('Questions for the coach wait:', error),
    )
  }, [db, isNeeded])
  return desk
}

const neverCalled = () => () => undefined
const nothing = () => undefined

/** The last messages, and with them what draws them, so that nothing moves once they are there. */
async function readToShow(db: Database, count: number): Promise<LastMessages> {
  const last = await readLastMessages(db, count)
  await Promise.all([partsReady(last.messages), listReady(last.messages.length)])
  return last
}

/** What makes suggestions is not fetched before the screen stands. */
const AFTER_FIRST_PICTURE_MS = 700

/** The suggestions below the conversation, and how to set them. */
export function useSuggestions(initial: () => Promise<readonly string[]>) {
  const [suggestions, setSuggestions] = useState<readonly string[]>([])
  useEffect(() => {
    let gone = false
    const timer = setTimeout(() => {
      initial().then(
        (first) => {
          if (!gone) setSuggestions((now) => (now.length === 0 ? first : now))
        },
        (error: unknown) => console.warn('No suggestions:', error),
      )
    }, AFTER_FIRST_PICTURE_MS)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [initial])
  return { suggestions, setSuggestions: useCallback((next: readonly string[]) => setSuggestions(next), []) }
}
