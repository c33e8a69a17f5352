import type { ReactNode } from 'react'
import type { Sentence } from '../../insight/wording/sentence.ts'
import { hueStyle } from '../../ui/hue.ts'
import type { MetricLens } from '../../ui/metric-lens.ts'
import { SentenceText } from '../../ui/SentenceText.tsx'
import styles from './SentenceList.module.css'

/** One line of a list: a sentence, in the colour of its metric, and what stands below it. */
export interface SentenceItem {
  readonly key: string
  readonly lens: MetricLens | undefined
  readonly sentence: Sentence
  readonly detail?: ReactNode
}

/** Sentences one below the other, where a card each would be too much. */
export function SentenceList({ items }: { readonly items: readonly SentenceItem[] }) {
  return (
    <ul className={styles['list']}>
      {items.map(({ key, lens, sentence, detail }) => (
        <li key={key} className={styles['item']} style={lens === undefined ? undefined : hueStyle(lens.hue)}>
          <p data-about={key}>
            <SentenceText parts={sentence.parts} />
          </p>
          {detail !== undefined && <p className={styles['detail']}>{detail}</p>}
        </li>
      ))}
    </ul>
  )
}
