import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { pageDesk } from '../../coach-agent/page-desk.ts'
import type { LiveTurn } from '../../coach-agent/turn-desk.ts'
import { type Message, readLastMessages } from '../../store/messages.ts'
import { useDatabase, useLive } from '../../store/react.tsx'

/** Messages that are read at first, and that each look further back adds. */
const PAGE = 120

export interface ConversationView {
  /** The last of them, oldest first; undefined until they are read. */
  readonly messages: readonly Message[] | undefined
  readonly hasEarlier: boolean
  readonly showEarlier: () => void
  /** The agent's answer that is on its way in this page. */
  readonly live: LiveTurn | undefined
  readonly stop: () => void
  readonly error: unknown
}

/** The conversation as it stands, whoever adds to it: this page, another tab, another device. */
export function useConversation(): ConversationView {
  const db = useDatabase()
  const desk = pageDesk(db)
  const [count, setCount] = useState(PAGE)
  const { value, error } = useLive((store) => readLastMessages(store, count), [count])
  const live = useSyncExternalStore(desk.subscribe, desk.current)
  // What was left behind by a page that was closed is taken up as soon as somebody looks.
  useEffect(() => void desk.work(), [desk])
  const messages = value?.messages
  return useMemo(
    () => ({
      messages,
      hasEarlier: value?.hasEarlier ?? false,
      showEarlier: () => setCount((before) => (before > (messages?.length ?? 0) + PAGE ? before : before + PAGE)),
      live,
      stop: () => desk.stop(),
      error,
    }),
    [messages, value?.hasEarlier, live, desk, error],
  )
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
