import { useEffect, useMemo, useState } from 'react'
import { dayText } from '../../ui/date-text.ts'
import { GrowingList } from '../../ui/GrowingList.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './Coach.module.css'
import { estimateHeight, type Row, rowsOf } from './conversation-rows.ts'
import { liveItem } from './late-parts.ts'
import { type MessageActions, MessageItem } from './MessageItem.tsx'
import type { ConversationView } from './use-conversation.ts'

interface ConversationProps extends Pick<ConversationView, 'hasEarlier' | 'showEarlier' | 'live' | 'running' | 'stop'> {
  readonly messages: NonNullable<ConversationView['messages']>
  readonly actions: MessageActions
}

/** All that was said, oldest first, by the day. */
export function Conversation({ messages, hasEarlier, showEarlier, live, running, stop, actions }: ConversationProps) {
  const rows = useMemo(() => rowsOf(messages, live), [messages, live])
  return (
    <>
      <GrowingList
        label="Conversation"
        rows={rows}
        rowKey={(row) => row.key}
        estimate={estimateHeight}
        follow={messages.findLast(({ role }) => role === 'person')?.id}
        onNearTop={hasEarlier ? showEarlier : undefined}
      >
        {(row) => <RowContent row={row} actions={actions} runs={running?.turnId} onStop={stop} />}
      </GrowingList>
      <Announcer messages={messages} isLive={live.length > 0} />
    </>
  )
}

interface RowContentProps {
  readonly row: Row
  readonly actions: MessageActions
  /** The turn that can be stopped here. */
  readonly runs: string | undefined
  readonly onStop: () => void
}

function RowContent({ row, actions, runs, onStop }: RowContentProps) {
  if (row.kind === 'day') return <h2 className={styles['day']}>{dayText(row.date)}</h2>
  if (row.kind === 'live') {
    const { live } = row
    return <liveItem.Part of={{ live, onStop: live.turnId === runs ? onStop : undefined }} meanwhile={live.text} />
  }
  return <MessageItem message={row.message} actions={actions} />
}

/** Tells a screen reader that an answer is on its way and, once it is whole, what it is: not each word by itself. */
function Announcer({ messages, isLive }: Pick<ConversationProps, 'messages'> & { readonly isLive: boolean }) {
  const last = messages.at(-1)
  const [heard, setHeard] = useState(last?.id)
  const [words, setWords] = useState('')
  useEffect(() => {
    if (last === undefined || last.id === heard) return
    setHeard(last.id)
    if (last.role === 'coach') setWords(last.text)
  }, [last, heard])
  return (
    <VisuallyHidden aria-live="polite" aria-atomic="true">
      {isLive ? 'The answer is on its way.' : words}
    </VisuallyHidden>
  )
}
