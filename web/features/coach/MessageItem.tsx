import { Copy, Ellipsis, MessageCircleQuestion, Pencil, RotateCcw, Trash2 } from 'lucide-react'
import { parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Message } from '../../store/messages.ts'
import { Button } from '../../ui/Button.tsx'
import { dayText } from '../../ui/date-text.ts'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'
import { showToast } from '../../ui/toast.ts'
import { ActionCards } from './ActionCard.tsx'
import { AgentText } from './AgentText.tsx'
import styles from './Coach.module.css'
import { MessageText } from './MessageText.tsx'
import { canRetry, problemText } from './problem-text.ts'

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

interface MessageItemProps {
  readonly message: Message
  readonly actions: MessageActions
}

/** One message, who said it, and what can be done with it. */
export function MessageItem({ message, actions }: MessageItemProps) {
  const { role, by, text, unknown, problem } = message
  const isPerson = role === 'person'
  return (
    <article className={isPerson ? styles['asked'] : styles['answer']} aria-label={`${speakerOf(message)} said`}>
      <div className={styles['bubble']}>
        {text !== '' &&
          (isPerson ? (
            <p className={styles['plain']}>{text}</p>
          ) : by === 'agent' ? (
            <AgentText text={text} unknown={unknown} />
          ) : (
            <MessageText {...message} />
          ))}
        {problem !== undefined && <Problem message={message} problem={problem} actions={actions} />}
      </div>
      {!isPerson && by === 'device' && <ActionCards message={message} />}
      <footer className={styles['foot']}>
        <span>{footOf(message, actions)}</span>
        <Menu label={`More for: ${text.slice(0, 40)}`} look="bare" items={itemsOf(message, actions)}>
          <Ellipsis aria-hidden="true" size={18} />
        </Menu>
      </footer>
    </article>
  )
}

interface ProblemProps extends MessageItemProps {
  readonly problem: string
}

function Problem({ message, problem, actions }: ProblemProps) {
  const question = actions.questionOf(message)
  const { onAskAgent } = actions
  return (
    <div className={styles['problem']}>
      <p>{problemText(problem, message.agent ?? 'The agent')}</p>
      {question !== undefined && onAskAgent !== undefined && canRetry(problem) && (
        <Button icon={<RotateCcw aria-hidden="true" size={18} />} onClick={() => onAskAgent(question, message)}>
          Try again
        </Button>
      )}
    </div>
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
