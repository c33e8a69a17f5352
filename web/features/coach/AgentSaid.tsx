import { RotateCcw } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { AgentText } from './AgentText.tsx'
import styles from './Coach.module.css'
import type { MessageItemProps } from './MessageItem.tsx'
import { canRetry, problemText } from './problem-text.ts'

/** What an agent said, and why it is not all of it. */
export function AgentSaid({ message, actions }: MessageItemProps) {
  const { text, unknown, problem } = message
  return (
    <>
      {text !== '' && <AgentText text={text} unknown={unknown} />}
      {problem !== undefined && <Problem message={message} problem={problem} actions={actions} />}
    </>
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
