import { Copy, Ellipsis, MessageCircleQuestion, Pencil, Trash2 } from 'lucide-react'
import { parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Message } from '../../store/messages.ts'
import { dayText } from '../../ui/date-text.ts'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'
import { showToast } from '../../ui/toast.ts'
import styles from './Coach.module.css'
import { actionCards, agentSaid } from './late-parts.ts'
import { MessageText } from './MessageText.tsx'

export interface MessageActions {
  readonly onEdit: (question: Message) => void
  readonly onDelete: (message: Message) => void
  /** Asks the agent a question that is there; undefined where there is none that may be asked. */
  readonly onAskAgent: ((question: Message, instead?: Message) => void) | undefined
  readonly questionOf: (answer: Message) => Message | undefined
  /** The agent's name, where one may be asked. */
  readonly agent: string | undefined
  /** A question that this device sends once there is a network. */
  readonly isWaiting: (question: Message) => boolean
  readonly timeText: (at: number) => string
}

export interface MessageItemProps {
  readonly message: Message
  readonly actions: MessageActions
}

/** One message, who said it, and what can be done with it. */
export function MessageItem({ message, actions }: MessageItemProps) {
  const { role, by, text } = message
  const isPerson = role === 'person'
  const plain = text !== '' && <p className={styles['plain']}>{text}</p>
  return (
    <article className={isPerson ? styles['asked'] : styles['answer']} aria-label={`${speakerOf(message)} said`}>
      <div className={styles['bubble']}>
        {isPerson ? (
          plain
        ) : by === 'agent' ? (
          <agentSaid.Part of={{ message, actions }} meanwhile={plain} />
        ) : (
          <MessageText {...message} />
        )}
      </div>
      {by === 'device' && message.actions.length > 0 && <actionCards.Part of={{ message }} meanwhile={null} />}
      <footer className={styles['foot']}>
        <span>{footOf(message, actions)}</span>
        <Menu label={`More for: ${text.slice(0, 40)}`} look="bare" items={itemsOf(message, actions)}>
          <Ellipsis aria-hidden="true" size={18} />
        </Menu>
      </footer>
    </article>
  )
}

function itemsOf(message: Message, { onEdit, onDelete, onAskAgent, questionOf, agent }: MessageActions): MenuItem[] {
  const copy = { label: 'Copy', icon: <Copy aria-hidden="true" />, run: () => void copyText(message.text) }
  const remove: MenuItem = {
    label: message.role === 'person' ? 'Delete with its answer' : 'Delete',
    icon: <Trash2 aria-hidden="true" />,
    tone: 'danger',
    run: () => onDelete(message),
  }
  const question = questionOf(message)
  if (message.role === 'person')
    return [
      copy,
      { label: 'Edit and ask again', icon: <Pencil aria-hidden="true" />, run: () => onEdit(message) },
      remove,
    ]
  if (message.by !== 'device' || question === undefined || onAskAgent === undefined) return [copy, remove]
  const ask = {
    label: `Ask ${agent ?? 'the agent'} too`,
    icon: <MessageCircleQuestion aria-hidden="true" />,
    run: () => onAskAgent(question),
  }
  return [copy, ask, remove]
}

async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    showToast({ text: 'Copied' })
  } catch (error) {
    // Not allowed, or no clipboard over plain HTTP.
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error
    showToast({ text: 'This browser did not let it be copied.', tone: 'danger' })
  }
}

const speakerOf = ({ role, by, agent }: Message) =>
  role === 'person' ? 'You' : by === 'agent' ? (agent ?? 'The agent') : 'This device'

const dateText = (asOf: string) => {
  const date = parseCivilDate(asOf)
  return date === undefined ? asOf : dayText(date)
}

/** Who said it and when, and of an agent's answer what was sent for it. */
function footOf(message: Message, { timeText, isWaiting }: MessageActions): string {
  const time = timeText(message.at)
  if (message.role === 'person') return isWaiting(message) ? `${time} · waits to be sent` : time
  if (message.by !== 'agent') return `This device · ${time}`
  const { sentContext, unknown, date } = message
  // Of another day than the answer only where it came late.
  const ofDay = sentContext === undefined || sentContext.asOf === date ? '' : ` of ${dateText(sentContext.asOf)}`
  const sent = sentContext === undefined ? 'only the question was sent' : `question and summary${ofDay} were sent`
  const numbers =
    unknown.length === 0 ? '' : ` · ${unknown.length} ${unknown.length === 1 ? 'number' : 'numbers'} not from it`
  return `${message.agent ?? 'Agent'} · ${time} · ${sent}${numbers}`
}
