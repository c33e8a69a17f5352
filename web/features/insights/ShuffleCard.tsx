import { Shuffle } from 'lucide-react'
import { shuffleSentence } from '../../insight/wording/shuffle-sentence.ts'
import { useLongAsk } from '../../store/insight-react.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { SentenceText } from '../../ui/SentenceText.tsx'
import type { AskOptions, InsightClient } from '../../workers/insight-client.ts'
import { HowComputed } from './HowComputed.tsx'
import styles from './Insights.module.css'

const TIMES = 40
const ask = (client: InsightClient, options: AskOptions) => client.shuffle({ runs: TIMES, seed: 1 }, options)

/** How many patterns chance alone makes of the person's own weeks, shuffled. */
export function ShuffleCard() {
  const { start, cancel, progress, value, error, isPending } = useLongAsk(ask)
  return (
    <Card title="Shuffle my weeks">
      <p className={styles['soft']}>
        Would the same search find as much in days that have nothing to do with each other? It is run over your own
        weeks {TIMES} times, each time shuffled.
      </p>
      {isPending ? (
        <Progress
          label="Shuffling"
          value={progress?.done}
          max={progress?.of ?? TIMES}
          text={progress === undefined ? undefined : `${progress.done} of ${progress.of}`}
          onCancel={cancel}
        />
      ) : (
        <div>
          <Button icon={<Shuffle aria-hidden="true" />} onClick={start}>
            {value === undefined ? 'Shuffle my weeks' : 'Shuffle again'}
          </Button>
        </div>
      )}
      <div role="status">
        {value !== undefined && (
          <p data-about="shuffle">
            <SentenceText parts={shuffleSentence(value).parts} />
          </p>
        )}
      </div>
      {error !== undefined && <Banner tone="danger">The weeks could not be shuffled. Try again.</Banner>}
      <HowComputed of="shuffle" />
    </Card>
  )
}
