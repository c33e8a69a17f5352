import { Fragment } from 'react'
import styles from './SentenceText.module.css'

/** A figure in a sentence: the number it stands for, as it is read, and its place in what the sentence is about. */
export interface SentenceFigure {
  readonly key: string
  readonly value: number | string
  readonly text: string
}

export type SentencePart = string | SentenceFigure

/** What a sentence is there to say stands out from it. */
const TOLD = /^(?:effect|difference|size|value|mean\.\d+|after\.mean)$/

/** A number does not part from its unit at the end of a line; a date may. */
function classOf({ key, value }: SentenceFigure): string {
  const classes = [TOLD.test(key) && styles['told'], typeof value === 'number' && styles['number']]
  return classes.filter((name) => name !== false).join(' ')
}

/** A sentence whose figures keep the numbers they came from, in `data-figure` and `data-value`. */
export function SentenceText({ parts }: { readonly parts: readonly SentencePart[] }) {
  return parts.map((part, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other name and no state.
    if (typeof part === 'string') return <Fragment key={index}>{part}</Fragment>
    return (
      <span
        // biome-ignore lint/suspicious/noArrayIndexKey: as above; a figure may stand in it twice.
        key={index}
        className={classOf(part)}
        data-figure={part.key}
        data-value={part.value}
      >
        {part.text}
      </span>
    )
  })
}
