import type { Sentence } from '../../insight/wording/sentence.ts'
import { SentenceText } from '../../ui/SentenceText.tsx'
import { splitBasis } from '../../ui/split-basis.ts'
import styles from './InsightCard.module.css'

/** The sentence of a card: what it says as the heading, what it rests on below. `about` names what it is of. */
export function Told({ sentence, about }: { readonly sentence: Sentence; readonly about: string }) {
  const { told, basis } = splitBasis(sentence.parts)
  return (
    <div className={styles['told']} data-about={about}>
      <h3 className={styles['sentence']}>
        <SentenceText parts={told} />
      </h3>
      {basis.length > 0 && (
        <p className={styles['basis']}>
          <SentenceText parts={basis} />
        </p>
      )}
    </div>
  )
}
