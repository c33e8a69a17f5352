import { X } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { TextField } from '../../ui/TextField.tsx'
import styles from './TagField.module.css'
import { tagsOfText, withTags } from './tag-text.ts'

export interface TagFieldProps {
  readonly tags: readonly string[]
  /** What is typed and not a tag yet. */
  readonly text: string
  readonly onChange: (tags: readonly string[], text: string) => void
  /** Tags used before, the best first. */
  readonly suggestions: readonly string[]
}

const MOST_SUGGESTED = 8

/** Words for an entry: typed and parted by commas or Enter, or taken from those used before. */
export function TagField({ tags, text, onChange, suggestions }: TagFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const begun = text.trim().toLowerCase()
  const suggested = suggestions
    .filter((tag) => !tags.some((kept) => kept.toLowerCase() === tag.toLowerCase()))
    .filter((tag) => tag.toLowerCase().startsWith(begun))
    .slice(0, MOST_SUGGESTED)

  const add = (more: readonly string[]) => {
    onChange(withTags(tags, more), '')
    field.current?.focus()
  }
  const type = (typed: string) => {
    const comma = Math.max(typed.lastIndexOf(','), typed.lastIndexOf(';'))
    if (comma < 0) onChange(tags, typed)
    else onChange(withTags(tags, tagsOfText(typed.slice(0, comma))), typed.slice(comma + 1))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && text.trim() !== '') {
      // Enter ends the tag; only the next one, in an empty field, is for the form.
      event.preventDefault()
      add(tagsOfText(text))
    } else if (event.key === 'Backspace' && text === '' && tags.length > 0) onChange(tags.slice(0, -1), '')
  }

  return (
    <div className={styles['tags']}>
      <TextField
        ref={field}
        label="Tags"
        hint="Part them with commas."
        autoComplete="off"
        autoCapitalize="none"
        value={text}
        onValue={type}
        onKeyDown={onKeyDown}
      />
      {tags.length > 0 && (
        <ul className={styles['row']} aria-label="Tags of this entry">
          {tags.map((tag) => (
            <li key={tag} className={styles['kept']}>
              {tag}
              <button
                type="button"
                className={styles['remove']}
                aria-label={`Remove the tag ${tag}`}
                onClick={() => {
                  onChange(
                    tags.filter((kept) => kept !== tag),
                    text,
                  )
                  field.current?.focus()
                }}
              >
                <X aria-hidden="true" size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {suggested.length > 0 && (
        <ul className={styles['row']} aria-label="Tags you have used">
          {suggested.map((tag) => (
            <li key={tag}>
              <button type="button" className={styles['suggestion']} onClick={() => add([tag])}>
                <span aria-hidden="true">+ </span>
                {tag}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
