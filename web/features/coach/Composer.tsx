import { ArrowUp, X } from 'lucide-react'
import { type KeyboardEvent, type SyntheticEvent, useEffect, useRef } from 'react'
import { COACH_LIMITS } from '../../../shared/coach/limits.ts'
import type { Message } from '../../store/messages.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './Coach.module.css'

interface ComposerProps {
  readonly draft: string
  readonly onDraft: (draft: string) => void
  /** The question that the draft stands in for. */
  readonly editing: Message | undefined
  readonly onStopEditing: () => void
  readonly onAsk: (text: string) => void
  readonly isBusy: boolean
  readonly placeholder: string
}

/** Where a question is typed. Enter asks; with Shift it begins a new line. */
export function Composer({ draft, onDraft, editing, onStopEditing, onAsk, isBusy, placeholder }: ComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (editing !== undefined) field.current?.focus()
  }, [editing])

  const ask = () => {
    const text = draft.trim()
    if (text !== '' && !isBusy) onAsk(text)
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    ask()
  }
  const press = (event: KeyboardEvent) => {
    // While letters are being composed (Japanese, say) Enter chooses one.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    ask()
  }
  return (
    <form className={styles['composer']} onSubmit={submit}>
      {editing !== undefined && (
        <p className={styles['editing']}>
          The question and its answer are replaced.
          <IconButton label="Leave it as it was" look="bare" onClick={onStopEditing}>
            <X aria-hidden="true" size={18} />
          </IconButton>
        </p>
      )}
      <textarea
        ref={field}
        className={styles['field']}
        aria-label="Your question"
        rows={1}
        maxLength={COACH_LIMITS.questionLength}
        placeholder={placeholder}
        value={draft}
        enterKeyHint="send"
        onChange={(event) => onDraft(event.target.value)}
        onKeyDown={press}
      />
      <button
        type="submit"
        className={styles['send']}
        aria-label="Ask"
        title="Ask"
        aria-disabled={isBusy || draft.trim() === ''}
      >
        <ArrowUp aria-hidden="true" size={22} />
      </button>
    </form>
  )
}
