import styles from './Coach.module.css'

interface SuggestionsProps {
  readonly suggestions: readonly string[]
  readonly onAsk: (question: string) => void
  readonly isBusy: boolean
}

/** Questions that may come next, one tap each. Their line keeps its place, also where there are none yet. */
export function Suggestions({ suggestions, onAsk, isBusy }: SuggestionsProps) {
  return (
    <ul className={styles['suggestions']} aria-label="Suggested questions">
      {suggestions.map((question) => (
        <li key={question}>
          <button
            type="button"
            className={styles['suggestion']}
            aria-disabled={isBusy}
            onClick={() => !isBusy && onAsk(question)}
          >
            {question}
          </button>
        </li>
      ))}
    </ul>
  )
}
