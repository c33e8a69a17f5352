import type { Refusal } from '../../insight/analysis.ts'
import { refusalSentence } from '../../insight/wording/refusal-sentence.ts'
import { Card } from '../../ui/Card.tsx'
import { Fold } from '../../ui/Fold.tsx'
import styles from './NotFound.module.css'
import { refusalGroups, refusalKey } from './refusal-groups.ts'
import { SentenceList } from './SentenceList.tsx'
import type { Words } from './words.ts'

export interface NotFoundProps {
  readonly refusals: readonly Refusal[]
  readonly words: Words
}

/** What was looked for and is not said, and why. Opened by whoever asks. */
export function NotFound({ refusals, words }: NotFoundProps) {
  const groups = refusalGroups(refusals)
  if (groups.length === 0) return null
  return (
    <Card title="Looked for and not found" aside={<span className={styles['count']}>{refusals.length}</span>}>
      <p className={styles['soft']}>Nothing found is an answer too: it says how large a link would have been seen.</p>
      {groups.map(({ looked, title, refusals: group }) => (
        <Fold
          key={looked}
          look="row"
          summary={
            <>
              {title} <span className={styles['count']}>{group.length}</span>
            </>
          }
        >
          <SentenceList
            items={group.map((refusal) => ({
              key: refusalKey(refusal),
              lens: words.lensOf(refusal.metricY),
              sentence: refusalSentence(refusal, words.termsOf),
            }))}
          />
        </Fold>
      ))}
    </Card>
  )
}
